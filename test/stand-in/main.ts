import { startStandIn } from './stand-in.js';

// For tests that need the stand-in in another process: prints its connection string, and ends with its standard input.
const standIn = await startStandIn();
process.stdout.write(`${standIn.connectionString}\n`);
process.stdin.resume().on('end', () => {
  standIn.stop();
  process.exit(0);
});

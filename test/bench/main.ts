import { cpus, totalmem } from 'node:os';
import Table from 'cli-table3';
import { row } from './figure.js';
import { httpCommands } from './http-commands.js';
import { pages } from './pages.js';
import { replayFigures } from './replay.js';
import { storeAppends } from './store-appends.js';
import { underAttack } from './under-attack.js';

// Prints each figure beside its floor, both measured in this run: ratios travel between machines, rates do not.
const [processor] = cpus();
const memory = Math.round(totalmem() / 2 ** 30);
console.log(`${cpus().length} × ${processor?.model ?? 'unknown'}, ${memory} GiB, Node ${process.version}\n`);
const table = new Table({
  head: ['figure', 'measured', 'floor', 'ratio', 'reach'],
  style: { head: [], border: [] },
});
const wanted = process.argv[2];
for (const measure of [storeAppends, httpCommands, underAttack, replayFigures, pages]) {
  if (wanted !== undefined && measure.name !== wanted) continue;
  process.stderr.write(`measuring: ${measure.name}…\n`);
  table.push(...(await measure()).map(row));
}
console.log(table.toString());
process.exit(0);

import 'reflect-metadata';
import { StoreUnavailable } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import { Command, CommanderError } from 'commander';
import { accessJournalCommand } from './commands/access-journal.js';
import { changesCommand } from './commands/changes.js';
import { copyCommand } from './commands/copy.js';
import { delaysCommand } from './commands/delays.js';
import { doctorCommand } from './commands/doctor.js';
import { extractCommand } from './commands/extract.js';
import { generateCommand } from './commands/generate.js';
import { historyCommand } from './commands/history.js';
import { importCommand } from './commands/import.js';
import { listCommand } from './commands/list.js';
import { memberCommand } from './commands/member.js';
import { replayCommand } from './commands/replay.js';
import { searchCommand } from './commands/search.js';
import { serveCommand } from './commands/serve.js';
import { showCommand } from './commands/show.js';
import { snapshotCommand } from './commands/snapshot.js';
import { tokenCommand } from './commands/token.js';
import { EXIT, exitCodeOf } from './exit-codes.js';

const program = new Command('registre')
  .description('Registre des délibérations : ce qui s’est passé en séance, gardé tel quel')
  .exitOverride()
  .showHelpAfterError();

for (const command of [
  serveCommand(),
  importCommand(),
  listCommand(),
  showCommand(),
  historyCommand(),
  memberCommand(),
  searchCommand(),
  changesCommand(),
  extractCommand(),
  delaysCommand(),
  replayCommand(),
  copyCommand(),
  doctorCommand(),
  generateCommand(),
  snapshotCommand(),
  tokenCommand(),
  accessJournalCommand(),
]) {
  // What is added does not take over how the program ends.
  program.addCommand(command.exitOverride());
}

// Whoever reads us has read enough (`| head`): nothing is wrong, and nothing more is said.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}

function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof StoreUnavailable) {
    process.stderr.write(`Le magasin d’événements ne peut pas être joint : ${error.message}\n`);
    return EXIT.unavailable;
  }
  if (!(error instanceof Refusal)) {
    process.stderr.write(`${(error as Error).message}\n`);
    return EXIT.failed;
  }
  process.stderr.write(`${error.message} [${error.code}]\n`);
  const [first, ...others] = error.reasons;
  if (others.length === 0 && first?.message === error.message) return exitCodeOf(error);
  for (const { field, rule, message } of error.reasons) {
    process.stderr.write(`  - ${field === '' ? '' : `${field} : `}${message} [${rule}]\n`);
  }
  return exitCodeOf(error);
}

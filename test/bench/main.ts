import Table from 'cli-table3';
import { asKnownAt } from './as-known-at.js';
import { HEAD, row, type Figure } from './figure.js';
import { fromEventStoreDb } from './from-eventstoredb.js';
import { httpCommands } from './http-commands.js';
import { machineLines } from './machine.js';
import { pages } from './pages.js';
import { rebuildUnderLoad, type UnderLoad } from './rebuild-under-load.js';
import { replayFigures } from './replay.js';
import { writeReport } from './report.js';
import { storeAppends } from './store-appends.js';
import { underAttack } from './under-attack.js';

// `npm run bench` measures all rows, `npm run bench -- ROW…` those; both write docs/bench.md and docs/bench.svg.
const alone = async (figures: Promise<readonly Figure[]>): Promise<UnderLoad> => ({
  figures: await figures,
  notes: [],
  series: [],
});
const ROWS: Readonly<Record<string, () => Promise<UnderLoad>>> = {
  store: () => alone(storeAppends()),
  http: () => alone(httpCommands()),
  'under-attack': () => alone(underAttack()),
  replay: () => alone(replayFigures()),
  'as-known-at': () => alone(asKnownAt()),
  pages: () => alone(pages()),
  eventstoredb: () => alone(fromEventStoreDb()),
  'rebuild-under-load': rebuildUnderLoad,
};

const named = process.argv.slice(2);
const unknown = named.find((name) => !Object.hasOwn(ROWS, name));
if (unknown !== undefined) {
  console.error(`no such row: ${unknown}; there are ${Object.keys(ROWS).join(', ')}`);
  process.exit(2);
}
const table = new Table({ head: [...HEAD], style: { head: [], border: [] } });
for (const [name, measure] of Object.entries(ROWS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  process.stderr.write(`measuring: ${name}…\n`);
  const machine = machineLines();
  const told = await measure();
  table.push(...told.figures.map(row));
  told.notes.forEach((note) => console.log(note));
  // At once: a row that fails later takes none of the others with it.
  if (told.figures.length > 0) {
    writeReport(
      { [name]: { machine, day: new Date().toISOString().slice(0, 10), ...told } },
      Object.keys(ROWS),
    );
  }
}
console.log(table.toString());
process.exit(0);

// Adds golden samples of events: what a store holds of one event of each type and version, kept for ever.
//
//   node scripts/add-golden-samples.mjs FILE
//
// FILE is a JSON array of events as they are appended (id, type, data, metadata), made by hand: after the project is
// built, each is written to libs/deliberation/catalogue/golden/<Type>.v<version>.json as the codec stores it. What is
// there already is never written again: a shape that changes gets a new version, and its sample a file of its own.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentHash, encodeEvent } from '../libs/event-store/dist/index.js';

const golden = fileURLToPath(new URL('../libs/deliberation/catalogue/golden/', import.meta.url));
const samples = JSON.parse(readFileSync(process.argv[2], 'utf8')).map((event) => {
  const { type, data, metadata } = encodeEvent(event);
  const path = `${golden}${type}.v${event.metadata.version}.json`;
  const sample = { type, data, metadata, contentHash: contentHash({ data, metadata }) };
  return { path, text: `${JSON.stringify(sample, null, 1)}\n` };
});

const there = samples.filter(({ path }) => existsSync(path));
if (there.length > 0) {
  console.error(`golden samples are never written again:\n${there.map(({ path }) => path).join('\n')}`);
  process.exit(1);
}
mkdirSync(golden, { recursive: true });
for (const { path, text } of samples) writeFileSync(path, text, { flag: 'wx' });
console.log(`${samples.length} golden samples written`);

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fastify from 'fastify';

// The floor of the HTTP figures: the same server library, and for each request one insert that is on the disk
// before the answer. Nothing is checked, decided or projected.
const database = new DatabaseSync(join(mkdtempSync(join(tmpdir(), 'floor-')), 'floor.db'));
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE insertion (body TEXT)');
const insert = database.prepare('INSERT INTO insertion (body) VALUES (?)');

const app = fastify();
app.post('/insertions', (request) => {
  insert.run(JSON.stringify(request.body));
  return { stored: true };
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`listening on ${address}\n`);

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@registre/platform';
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeBatch } from '../batch.js';
import { sampleEvents } from '../contract.samples.js';
import { sessionStream } from '../streams.js';
import { LogFolder } from './log-folder.js';

const AUTHORITIES = ['aa', 'bb', 'cc', 'dd', 'ee'];

let dataDir: string;
let folder: LogFolder;
let other: LogFolder;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'registre-folder-'));
  folder = new LogFolder(dataDir, 2);
  other = new LogFolder(dataDir, 2);
});
afterEach(() => {
  folder.close();
  other.close();
  rmSync(dataDir, { recursive: true });
});

function append(to: LogFolder, authority: string): void {
  const stream = sessionStream(authority, newId());
  const events = encodeBatch(stream, sampleEvents(authority, 1));
  expect(to.append(authority, [{ stream, expected: 'no-stream', events }])).toMatchObject([{ revision: 0 }]);
}

/** Makes the files look as if they had been written a while ago. */
function letTimePass(): void {
  const before = Date.now() / 1000 - 60;
  for (const authority of AUTHORITIES) {
    for (const name of ['log.db', 'log.db-wal']) {
      const path = join(dataDir, authority, name);
      if (existsSync(path)) utimesSync(path, before, before);
    }
  }
}

/** Opens each log, and by that closes each: twice, as some were open. */
function readAll(): void {
  for (const authority of [...AUTHORITIES, ...AUTHORITIES]) folder.readLog(authority, { after: -1 });
}

/** Looks, and reads what may have grown, as those who follow the logs do; gives how many had. */
function lookAndRead(): number {
  const grown = folder.grown(AUTHORITIES);
  for (const authority of grown) folder.readLog(authority, { after: -1 });
  return grown.length;
}

function settle(): void {
  letTimePass();
  for (let looks = 0; lookAndRead() > 0; looks++) expect(looks).toBeLessThan(10);
}

describe('noticing what others append', () => {
  beforeEach(() => {
    for (const authority of AUTHORITIES) append(folder, authority);
    readAll();
    settle();
  });

  test('given more logs than may be open, when nobody appends, then none seems to have grown', () => {
    expect(folder.grown(AUTHORITIES)).toEqual([]);
    readAll();
    expect(folder.grown(AUTHORITIES)).toEqual([]);
  });

  test.each(AUTHORITIES)(
    'given %s among open and closed logs, when another appends to it, then it has grown',
    (authority) => {
      append(other, authority);
      expect(folder.grown(AUTHORITIES)).toContain(authority);
    },
  );

  test.each(AUTHORITIES)(
    'when another appends to %s and all are read before the look, then it has grown',
    (authority) => {
      append(other, authority);
      readAll();
      expect(folder.grown(AUTHORITIES)).toContain(authority);
    },
  );

  test('given a log that others appended to and closed, when time has passed, then it has grown, once', () => {
    append(other, 'aa');
    other.close();
    letTimePass();
    expect(folder.grown(AUTHORITIES)).toContain('aa');
    settle();
    expect(folder.grown(AUTHORITIES)).toEqual([]);
  });
});

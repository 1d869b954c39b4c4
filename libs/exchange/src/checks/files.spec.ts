import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordWith } from '../session-record/record.fixture.js';
import { checkFiles } from './files.js';
import { DiskRecordFolder, RecordFileUnreadable } from './record-folder.js';

let root: string;
let folder: DiskRecordFolder;

beforeEach(async () => {
  const base = await mkdtemp(join(tmpdir(), 'registre-record-'));
  root = join(base, 'record');
  await mkdir(join(root, 'annexes'), { recursive: true });
  await writeFile(join(root, 'annexes', 'plan.txt'), 'le plan');
  await writeFile(join(base, 'secret.txt'), 'un secret');
  await mkdir(join(base, 'record-2'));
  await writeFile(join(base, 'record-2', 'plan.txt'), 'un autre');
  folder = new DiskRecordFolder(root);
});
afterEach(() => rm(join(root, '..'), { recursive: true, force: true }));

async function foundFor(file: string, sha256: string | null = null, from: DiskRecordFolder | null = folder) {
  const record = recordWith(({ affairs }) => (affairs[0].annexes = [{ title: 'Plan', file, sha256 }]));
  return (await checkFiles(record, from)).map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
}

const wrong = (rule: string) => [`S ${rule} affairs.0.annexes.0.file`];
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('check 29, the files of a record', () => {
  it('passes for a file of the folder, and for a record that names none', async () => {
    expect(await foundFor('annexes/plan.txt')).toEqual([]);
    expect(await foundFor('annexes/plan.txt', hashOf('le plan'))).toEqual([]);
    expect(await checkFiles(recordWith(), null)).toEqual([]);
  });

  it('finds a file that is not there, or is no file', async () => {
    expect(await foundFor('annexes/absent.txt')).toEqual(wrong('file.missing'));
    expect(await foundFor('annexes/plan.txt/plan.txt')).toEqual(wrong('file.missing'));
    expect(await foundFor('annexes')).toEqual(wrong('file.not-a-file'));
  });

  it('finds the template too', async () => {
    const record = recordWith(({ body }) => (body.template = 'absent.liquid'));
    expect(await checkFiles(record, folder)).toMatchObject([{ rule: 'file.missing', path: 'body.template' }]);
  });

  it('finds another content than the record means', async () => {
    expect(await foundFor('annexes/plan.txt', hashOf('un autre'))).toEqual([
      'S file.sha256 affairs.0.annexes.0.sha256',
    ]);
  });

  it('follows a link that stays in the folder, and refuses one that leads out', async () => {
    await symlink('plan.txt', join(root, 'annexes', 'lien.txt'));
    await symlink('../../secret.txt', join(root, 'annexes', 'dehors.txt'));
    await symlink('../record-2', join(root, 'voisin'));
    await symlink('boucle', join(root, 'boucle'));
    expect(await foundFor('annexes/lien.txt')).toEqual([]);
    expect(await foundFor('annexes/dehors.txt')).toEqual(wrong('file.outside'));
    expect(await foundFor('voisin/plan.txt')).toEqual(wrong('file.outside'));
    expect(await foundFor('boucle')).toEqual(wrong('file.missing'));
  });

  it('finds files that cannot be had, of a record that came alone', async () => {
    expect(await foundFor('annexes/plan.txt', null, null)).toEqual(wrong('file.no-folder'));
  });
});

describe('the folder of a record', () => {
  it('gives the bytes of its files, and of no other', async () => {
    expect(Buffer.from(await folder.read('annexes/plan.txt')).toString()).toBe('le plan');
    await expect(folder.read('../secret.txt')).rejects.toThrow(RecordFileUnreadable);
    await expect(folder.read('annexes')).rejects.toMatchObject({ fault: 'not-a-file' });
  });

  it('may itself be reached through a link', async () => {
    await symlink('record', join(root, '..', 'lien'));
    expect(
      Buffer.from(await new DiskRecordFolder(join(root, '..', 'lien')).read('annexes/plan.txt')).toString(),
    ).toBe('le plan');
  });
});

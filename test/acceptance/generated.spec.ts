import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, jest } from '@jest/globals';
import { answerOf, runCli, startCli } from '../support/run-cli.js';
import { tempFolder } from '../support/temp-folder.js';

// Each command is a process of its own, and some of these build the read models twice.
jest.setTimeout(180_000);

describe('given a generated register', () => {
  const data = tempFolder();
  const generate = (...options: string[]) =>
    runCli(['generate', '--data', data, '--from', '2021', '--json', ...options]);

  /** Changes the read models' file, as no program of ours would. @returns the first column of what it answers */
  const tamper = (statement: string): readonly string[] => {
    const folder = join(data, 'valdore', 'read');
    const database = new DatabaseSync(join(folder, readFileSync(join(folder, 'current'), 'utf8')));
    const rows = database.prepare(statement).all();
    database.close();
    return rows.map((row) => String(Object.values(row)[0]));
  };

  it('then the doctor finds nothing to say of it, and what it holds can be read', async () => {
    const generated = await generate('--sessions', '3', '--seed', 'été');
    expect(generated).toMatchObject({ code: 0, stderr: '' });
    const { events } = JSON.parse(generated.stdout) as { events: number };
    const doctor = await runCli(['doctor', '--data', data, '--json']);
    expect(doctor).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(doctor.stdout)).toMatchObject([{ authority: 'valdore', events, findings: [] }]);
    const listed = await runCli(['list', '--data', data, '--json']);
    expect(listed.stdout).toContain('n° ');
  });

  it('then whoever has read enough of it is told nothing more, and nothing failed', async () => {
    const history = startCli(['history', '--data', data], {});
    history.stdout?.once('data', () => history.stdout?.destroy());
    expect(await answerOf(history)).toMatchObject({ code: 0, stderr: '' });
  });

  it('then its read models are those that the log gives, and a row that was tampered with is named', async () => {
    const check = (...options: string[]) => runCli(['doctor', '--deep', '--data', data, ...options]);
    const sound = await check();
    expect(sound).toMatchObject({ code: 0, stderr: '' });
    expect(sound.stdout).toMatch(/vues : \d+ tables, \d+ lignes, les mêmes que reconstruites/);

    const [affair] = tamper(`UPDATE register_line SET outcome = 'rejected' WHERE rowid = 1 RETURNING affair`);
    const unsound = await check();
    expect(unsound.code).toBe(6);
    expect(unsound.stdout).toContain(`table register_line, ligne affair = ${affair} : diffère (outcome)`);
    expect(await runCli(['replay', '--data', data])).toMatchObject({ code: 0 });
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('then a new node begins from a copy of its read models, and nothing differs', async () => {
    const [node, copies] = [tempFolder(), tempFolder()];
    const copy = join(copies, 'vues');
    expect(await runCli(['copy', '--from', data, '--to', node])).toMatchObject({ code: 0 });
    expect(await runCli(['snapshot', 'create', '--data', data, '--output', copy])).toMatchObject({ code: 0 });
    const restored = await runCli(['snapshot', 'restore', copy, '--data', node]);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).toContain('vues reprises');
    expect(await runCli(['doctor', '--deep', '--data', node])).toMatchObject({ code: 0, stderr: '' });
  });

  it('then another seed is refused, and the same one adds nothing', async () => {
    expect(await generate('--sessions', '3', '--seed', 'hiver')).toMatchObject({ code: 3 });
    const again = JSON.parse((await generate('--sessions', '3', '--seed', 'été')).stdout) as {
      events: number;
      found: number;
    };
    expect(again.found).toBe(again.events);
  });

  it('then what is asked wrongly is told', async () => {
    expect(await generate('--sessions', '0', '--seed', 'été')).toMatchObject({ code: 2 });
    expect(await generate('--sessions', '3')).toMatchObject({ code: 2 });
  });
});

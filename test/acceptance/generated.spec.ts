import { describe, expect, it } from '@jest/globals';
import { runCli } from '../support/run-cli.js';
import { tempFolder } from '../support/temp-folder.js';

describe('given a generated register', () => {
  const data = tempFolder();
  const generate = (...options: string[]) =>
    runCli(['generate', '--data', data, '--from', '2021', '--json', ...options]);

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

import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLI, ROOT } from './places.js';

/** Hundreds of processes of the same program are started by the tests: its modules are compiled once. */
const COMPILED = join(tmpdir(), 'registre-tests-compiled');

/** What a command said, and how it ended. */
export interface CliAnswer {
  /** Null: it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Environment = Readonly<Record<string, string>>;

/** `registre …`, from the repository's root, as a process of its own. */
export const runCli = (args: readonly string[], env: Environment = {}): Promise<CliAnswer> =>
  answerOf(startCli(args, env));

export function startCli(args: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], {
    cwd: ROOT,
    env: { ...withoutStore(), NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** All that a process says until it ends. */
export function answerOf(child: ChildProcess): Promise<CliAnswer> {
  const said = { stdout: '', stderr: '' };
  for (const output of ['stdout', 'stderr'] as const) {
    child[output]?.setEncoding('utf8').on('data', (text: string) => (said[output] += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...said }));
  });
}

// Which store is used is said by the test, never by the environment that it happens to run in.
function withoutStore(): NodeJS.ProcessEnv {
  const { EVENTSTOREDB_URL: _url, REGISTRE_DATA: _data, ...others } = process.env;
  return others;
}

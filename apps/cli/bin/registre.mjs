#!/usr/bin/env node
// Starts the command line under the project's own Node, building it first on a fresh clone. Runs under any Node
// from 20.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const main = join(root, 'apps', 'cli', 'dist', 'main.js');
if (!existsSync(main)) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['run', 'build', '--silent'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
// Compiled code is kept between two commands: half of a short command's time would go into compiling it again.
const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...process.env };
const args = ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)];
const { status, signal } = spawnSync(node, args, { stdio: 'inherit', env });
if (signal !== null) process.kill(process.pid, signal);
process.exit(status ?? 1);

// Installs what package-lock.json asks for and is not there yet. Runs under any Node from 20, before anything is
// installed, so it imports nothing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const node = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
const stamp = join(root, 'node_modules', '.registre-installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Node ${process.version} est trop ancien : il faut Node 20 ou plus récent.`);
}
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installation des dépendances…');
  try {
    // What the packages say of the Node that only starts npm is of no interest: warnings are left out.
    const options = ['--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', ...options], {
      cwd: root,
      stdio: 'inherit',
      shell: windows,
    });
  } catch {
    stop('Les dépendances n’ont pas pu être installées (voir ci-dessus).');
  }
  requirePinnedNode();
  writeFileSync(stamp, wanted);
}

/** The project runs on the Node that npm's package `node` installs by its script. */
function requirePinnedNode() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'node', 'package.json'), 'utf8'));
  try {
    const found = execFileSync(node, ['--version'], { encoding: 'utf8', shell: windows }).trim();
    if (found === `v${version}`) return;
  } catch {
    // not there: told below
  }
  stop(
    `Node ${version} n’a pas été installé : npm ne doit pas ignorer les scripts d’installation (ignore-scripts).`,
  );
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

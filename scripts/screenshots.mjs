// Takes a picture of each page of the product at three sizes, area by area: a fresh register, what the area prepares in
// it, a real Chromium. Run after npm run build:
//   node scripts/screenshots.mjs [--out FOLDER] [AREA…]
// They go to tmp/screenshots, with a sheet of all (planche.html, planche.png); those that the README shows also replace
// the committed ones, in apps/dashboard/screenshots.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startRegister } from './screenshots/register/start-register.mjs';

const SIZES = { telephone: [390, 844], portable: [1366, 768], salle: [1920, 1080] };

const root = fileURLToPath(new URL('..', import.meta.url));
const areas = new URL('screenshots/', import.meta.url);
const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
const folder = values.out ?? join(root, 'tmp', 'screenshots');
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
try {
  const all = readdirSync(areas).filter((file) => file.endsWith('.mjs'));
  const wanted = all.filter(
    (file) => positionals.length === 0 || positionals.includes(basename(file, '.mjs')),
  );
  for (const file of wanted) await takeArea(file);
  await makeSheet();
  keepThoseShown();
} finally {
  await browser.close();
}

/** An area has a register of its own; its file exports `pictures(register)`, which fills it and lists what to take. */
async function takeArea(file) {
  const { pictures } = await import(new URL(file, areas).href);
  const register = await startRegister(browser);
  try {
    for (const picture of await pictures(register)) {
      for (const size of Object.keys(SIZES)) await take(register, picture, size);
    }
  } finally {
    await register.stop();
  }
}

/**
 * @param picture `name` of the file, `path` of the page, `as` whom it is served to (`staff` if not said, or `nobody`),
 *   `before(page, size)` what is done in the page before the picture is taken
 */
async function take(register, { name, path, as = 'staff', before }, size) {
  const [width, height] = SIZES[size];
  const page = await register.contexts[as].newPage();
  await page.setViewportSize({ width, height });
  await page.goto(register.url + path);
  // The live stream keeps the network busy: the page is there once its heading is.
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(500);
  await before?.(page, size);
  await page.screenshot({ path: join(folder, `${name}-${size}.png`) });
  console.log(`${name}-${size}.png`);
  await page.close();
}

/** All of them side by side, a row a page. */
async function makeSheet() {
  const taken = readdirSync(folder).flatMap((file) => /^(.+)-portable\.png$/.exec(file)?.[1] ?? []);
  const rows = taken.map((name) => {
    const images = Object.keys(SIZES).map((size) => `<img src="${name}-${size}.png" alt="${name}, ${size}">`);
    return `<h2>${name}</h2><p>${images.join('')}</p>`;
  });
  const style = 'body{font:14px sans-serif;background:#ddd}p{display:flex;gap:8px}img{height:260px}';
  const path = join(folder, 'planche.html');
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><style>${style}</style>${rows.join('\n')}\n`);
  const page = await browser.newPage({ viewport: { width: 1120, height: 800 } });
  await page.goto(pathToFileURL(path).href);
  await page.screenshot({ path: join(folder, 'planche.png'), fullPage: true });
  await page.close();
}

function keepThoseShown() {
  const kept = join(root, 'apps', 'dashboard', 'screenshots');
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const shown = readdirSync(folder).filter((file) => readme.includes(`apps/dashboard/screenshots/${file}`));
  mkdirSync(kept, { recursive: true });
  for (const file of shown) copyFileSync(join(folder, file), join(kept, file));
}

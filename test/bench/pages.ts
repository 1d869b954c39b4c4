import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Response } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { Chance } from '../support/chance.js';
import { AUTHORITY, writeBigRegister } from './big-register.js';
import { atMost, type Figure, type Reach } from './figure.js';
import { serve } from './process.js';
import { Words } from './words.js';

const CLI = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));
const DELIBERATIONS = Number(process.env['BENCH_DELIBERATIONS'] ?? 100_000);
const QUESTIONS = 200;
const LINES = 2_000;

/**
 * The pages of a register of 100,000 deliberations in a real browser: how soon the first can be used and how much
 * script it brings, what a search takes, how it scrolls and filters. `BENCH_DATA` names a folder that a run before
 * has filled; else one is written, which takes minutes.
 */
export async function pages(): Promise<Figure[]> {
  const data = process.env['BENCH_DATA'] ?? mkdtempSync(join(tmpdir(), 'bench-pages-'));
  const figures: Figure[] = [];
  if (process.env['BENCH_DATA'] === undefined) {
    figures.push(
      figure(
        `${DELIBERATIONS} deliberations written`,
        await timed(() => writeBigRegister(data, DELIBERATIONS)),
        'ms',
      ),
    );
  }
  const register = await serve(CLI, ['serve', '--data', data, '--port', '0'], {
    REGISTRE_LOG_LEVEL: 'error',
    REGISTRE_RATE_ADDRESS: '1000000000',
  });
  try {
    figures.push(figure('read models built from its log', await timed(() => ready(register.url)), 'ms'));
    return [...figures, ...(await searched(register.url)), ...(await looked(register.url))];
  } finally {
    await register.stop();
  }
}

const figure = (name: string, measured: number, unit: string, reach: Reach | null = null): Figure => ({
  name,
  measured,
  floor: null,
  unit,
  reach,
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const api = (url: string) => `${url}/api/v1/${AUTHORITY}`;

async function ready(url: string): Promise<void> {
  const answer = await fetch(`${api(url)}/register?limit=1`);
  if (answer.ok) return;
  if (answer.status !== 503) throw new Error(await answer.text());
  await new Promise((resolve) => setTimeout(resolve, 500));
  return ready(url);
}

/** Two hundred questions, none twice, one after the other, as a citizen types them. */
async function searched(url: string): Promise<Figure[]> {
  const words = new Words(new Chance(3));
  const questions = new Set<string>();
  while (questions.size < QUESTIONS) questions.add(words.question());
  const times: number[] = [];
  let found = 0;
  for (const q of questions) {
    const path = `${api(url)}/search?q=${encodeURIComponent(q)}`;
    times.push(
      await timed(async () => {
        const answer = (await (await fetch(path)).json()) as { items: unknown[] };
        if (answer.items.length > 0) found += 1;
      }),
    );
  }
  return [
    figure(`search, ${QUESTIONS} questions (${found} found something), p50`, rank(times, 0.5), 'ms'),
    figure('search, p99', rank(times, 0.99), 'ms'),
  ];
}

const rank = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(share * times.length))] ??
  NaN;

async function looked(url: string): Promise<Figure[]> {
  const browser = await startBrowser();
  try {
    const page = await (
      await browser.newContext({ locale: 'fr-FR', viewport: { width: 1366, height: 768 } })
    ).newPage();
    return [...(await first(page, url)), ...(await scrolled(page)), ...(await filtered(page, url))];
  } finally {
    await browser.close();
  }
}

/** The register, from an empty cache until its first lines can be followed. */
async function first(page: Page, url: string): Promise<Figure[]> {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response);
  });
  const usable = await timed(async () => {
    await page.goto(`${url}/${AUTHORITY}`);
    await page.getByRole('row').nth(5).getByRole('link').waitFor();
  });
  const sizes = await Promise.all(scripts.map(async (one) => (await one.request().sizes()).responseBodySize));
  const script = sizes.reduce((sum, size) => sum + size, 0);
  return [
    figure('register, from an empty cache until its lines can be followed', usable, 'ms'),
    figure('script of the first page, as transferred', script / 1024, 'KB', atMost(200, 'figure')),
  ];
}

/** Down two thousand lines, so many pixels a frame: the longest task, and the frames that came late. */
async function scrolled(page: Page): Promise<Figure[]> {
  const { frames, late, longest, lines } = await page.evaluate<Record<string, number>>(SCROLL(LINES));
  return [
    figure(`scrolling, longest task over ${lines ?? 0} lines`, longest ?? NaN, 'ms'),
    figure('scrolling, frames lost', (100 * (late ?? NaN)) / (frames ?? NaN), '%'),
  ];
}

// Written as text: it runs in the page, whose types are not those of this program.
const SCROLL = (lines: number): string => `new Promise((resolve) => {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  }).observe({ type: 'longtask' });
  const end = scrollY + ${lines} * 68;
  let [frames, late, before] = [0, 0, performance.now()];
  const step = (now) => {
    frames += 1;
    late += Math.max(0, Math.round((now - before) / (1000 / 60)) - 1);
    before = now;
    scrollBy(0, 400);
    const bottom = document.documentElement.scrollHeight - innerHeight - 2;
    if (scrollY < Math.min(end, bottom)) return requestAnimationFrame(step);
    const rows = [...document.querySelectorAll('[aria-rowindex]')].map((row) => Number(row.ariaRowIndex));
    setTimeout(() => resolve({ frames: frames + late, late, longest, lines: Math.max(...rows) }), 500);
  };
  requestAnimationFrame(step);
})`;

/** From the press on « Filtrer » until the narrowed lines are painted, six times. */
async function filtered(page: Page, url: string): Promise<Figure[]> {
  await page.evaluate('scrollTo(0, 0)');
  const times: number[] = [];
  for (const outcome of ['rejected', 'noted', 'adopted', 'rejected', 'noted', 'adopted']) {
    const { total } = (await (await fetch(`${api(url)}/register?limit=1&outcome=${outcome}`)).json()) as {
      total: number;
    };
    await page.getByLabel('Résultat').selectOption(outcome);
    times.push(
      await timed(async () => {
        await page.getByRole('button', { name: 'Filtrer' }).click();
        await page.getByText(`${total.toLocaleString('fr-FR')}\u00a0délibérations`).waitFor();
        await page.evaluate(
          'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
        );
      }),
    );
  }
  return [figure('filter changed until its lines are painted, median of 6', rank(times, 0.5), 'ms')];
}

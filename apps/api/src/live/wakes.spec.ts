import { Wakes } from './wakes.js';

describe('a bell for one sleeper', () => {
  it('rung while nobody sleeps, ends the next sleep at once, and only that one', async () => {
    const wakes = new Wakes(new AbortController().signal);
    wakes.wake();
    wakes.wake();
    expect(await wakes.next(60_000)).toBe('rung');
    expect(await wakes.next(1)).toBe('silence');
  });

  it('wakes who sleeps', async () => {
    const wakes = new Wakes(new AbortController().signal);
    const sleep = wakes.next(60_000);
    wakes.wake();
    expect(await sleep).toBe('rung');
  });

  it('lets nobody sleep once it is over', async () => {
    const over = new AbortController();
    const wakes = new Wakes(over.signal);
    const sleep = wakes.next(60_000);
    over.abort();
    await sleep;
    await wakes.next(60_000);
  });
});

import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { Refusal } from '@registre/platform';
import type { ReadModels } from '@registre/projections';
import type { DueWorker } from './due-work.js';
import { Follower } from './follower.js';

Logger.overrideLogger(false);

/** The read models of one authority, whose log is read to its end when `reached` is called. */
function brindas() {
  let reached: () => void = () => undefined;
  let isReached = false;
  const end = new Promise<boolean>((resolve) => {
    reached = () => {
      isReached = true;
      resolve(true);
    };
  });
  const readModels = {
    authorities: async () => [{ key: 'brindas', name: null }],
    follow: () => end,
    onAdvance: () => () => undefined,
  } as unknown as ReadModels;
  return { readModels, reached, isReached: () => isReached };
}

describe('what follows every log', () => {
  it('lets the server start while a long log is still being read, and does then what was left', async () => {
    const { readModels, reached, isReached } = brindas();
    const done: string[] = [];
    const worked = new Promise<void>((resolve) => {
      const worker = {
        run: async (authority: string) => {
          if (!isReached()) throw new Refusal('unavailable', 'read-models-building', 'en cours de lecture');
          done.push(authority);
          resolve();
        },
      } as unknown as DueWorker;
      new Follower(readModels, worker).onApplicationBootstrap();
    });
    expect(done).toEqual([]);
    reached();
    await worked;
    expect(done).toEqual(['brindas']);
  });

  it('goes on when an authority cannot be worked on', async () => {
    const { readModels } = brindas();
    let advanced: (authority: string) => void = () => undefined;
    readModels.onAdvance = (listener) => {
      advanced = (authority) => listener(authority, 0);
      return () => undefined;
    };
    const tried: string[] = [];
    const bothTried = new Promise<void>((resolve) => {
      const worker = {
        run: async (authority: string) => {
          tried.push(authority);
          if (tried.length === 2) resolve();
          throw new Refusal('unavailable', 'store-unavailable', 'pas joint');
        },
      } as unknown as DueWorker;
      new Follower(readModels, worker).onApplicationBootstrap();
    });
    advanced('brindas');
    advanced('brindas');
    advanced('valmont');
    await bothTried;
    expect(tried).toEqual(['brindas', 'valmont']);
  });
});

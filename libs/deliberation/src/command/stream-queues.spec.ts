import { StreamQueues } from './stream-queues.js';

/** Queues of three at most, whose work ends when a test says so. */
function queuesOfThree(isTogether: boolean) {
  const taken: string[][] = [];
  const ends: (() => void)[] = [];
  const work = (works: readonly string[]) => {
    taken.push([...works]);
    return new Promise<void>((end) => void ends.push(end));
  };
  const queues = new StreamQueues<string>(3, work, () => isTogether);
  const endOne = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { queues, taken, endOne };
}

describe('what waits for one stream', () => {
  it('is taken one by one, in the order in which it came, or together', async () => {
    for (const [isTogether, expected] of [
      [false, [['a'], ['b'], ['c']]],
      [true, [['a'], ['b', 'c']]],
    ] as const) {
      const { queues, taken, endOne } = queuesOfThree(isTogether);
      for (const one of ['a', 'b', 'c']) expect(queues.add('s', one)).toBe(true);
      for (let turn = 0; turn < 3; turn++) await endOne();
      expect(taken).toEqual(expected);
    }
  });

  it('is bounded with what is being worked on; another stream has its own', () => {
    const { queues } = queuesOfThree(true);
    for (const one of ['a', 'b', 'c']) expect(queues.add('s', one)).toBe(true);
    expect(queues.add('s', 'd')).toBe(false);
    expect(queues.add('t', 'd')).toBe(true);
  });

  it('makes room for as many as were done together', async () => {
    const { queues, endOne } = queuesOfThree(true);
    for (const one of ['a', 'b', 'c']) queues.add('s', one);
    await endOne();
    // The first is done, and two are being worked on.
    expect([queues.add('s', 'd'), queues.add('s', 'e')]).toEqual([true, false]);
    await endOne();
    expect(['e', 'f', 'g'].map((one) => queues.add('s', one))).toEqual([true, true, false]);
  });
});

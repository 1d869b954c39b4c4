import type { Projections } from './engine/projections.js';
import { Following } from './following.js';

/** Projections that only remember what is followed. */
function projections(logs: string[], follow: (authority: string) => Promise<boolean>) {
  const followed = new Set<string>();
  const asked: Pick<Projections, 'authorities' | 'follow' | 'leave'> = {
    authorities: () => Promise.resolve(logs),
    follow(authority) {
      followed.add(authority);
      return follow(authority);
    },
    leave(authority) {
      followed.delete(authority);
      return Promise.resolve();
    },
  };
  return { followed, following: new Following(asked as Projections) };
}

const exists = () => Promise.resolve(true);
const keys = (count: number) => Array.from({ length: count }, (_, index) => `commune${index}`);

describe('the authorities that are followed', () => {
  it('are those in use, the least recently used being left when there are too many', async () => {
    const { followed, following } = projections([], exists);
    for (const key of keys(64)) await following.use(key);
    await following.use('commune0');
    await following.use('another');
    expect(followed).toEqual(new Set([...keys(64).filter((key) => key !== 'commune1'), 'another']));
    following.stop();
  });

  it('are those that have a log, up to that many, also when they appear later', async () => {
    const logs = keys(1);
    const { followed, following } = projections(logs, exists);
    await following.look();
    logs.push('messimy', ...keys(100));
    await following.look();
    expect(followed.size).toBe(64);
    expect(followed).toContain('messimy');
    following.stop();
  });

  it('are tried again at the next use when they could not be followed, or had no log yet', async () => {
    const answers = [Promise.reject(new Error('away')), Promise.resolve(false), Promise.resolve(true)];
    const { following } = projections([], () => answers.shift() ?? exists());
    await expect(following.use('commune')).rejects.toThrow('away');
    expect(await following.use('commune')).toBe(false);
    expect(await following.use('commune')).toBe(true);
    following.stop();
  });

  it('hold up a question only so long while the end of their log is not reached', async () => {
    const { following } = projections([], () => new Promise(() => undefined));
    expect(await following.use('commune')).toBe('late');
    following.stop();
  });
});

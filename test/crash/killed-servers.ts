import { beforeAll, expect, it } from '@jest/globals';
import { Chance } from '../support/chance.js';
import { eachStore } from '../support/each-store.js';
import { eventsWrittenBy } from '../support/events-written.js';
import type { LooseJson } from '../support/loose-json.js';
import { readTables, rebuiltTables } from '../support/read-tables.js';
import { newAuthority, RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';
import { wholeLog } from '../support/whole-log.js';
import { Clerks, type Acknowledged } from './clerks.js';

const PATIENT = 4;
/** How many requests are sent again at once. */
const AT_ONCE = 8;

export interface Killed {
  /** How often. */
  readonly times: number;
  /** Acknowledged commands, on average, between two kills. */
  readonly commands: number;
}

/** `registre serve` killed at random while clerks are at work. */
export function describeKilledServers({ times: kills, commands }: Killed): void {
  const patience = 120_000 + kills * (30_000 + commands * 100);
  const chance = new Chance();
  eachStore(`given a server killed ${kills} times among commands (REGISTRE_SEED=${chance.seed})`, (store) => {
    const dataDir = tempFolder();
    const authority = newAuthority();
    let server: RunningServer;
    let register: RegisterClient;
    let restarting: Promise<void> | undefined;
    const clerks = new Clerks(
      {
        register: () => register,
        restarted: async () => {
          if (restarting === undefined) throw new Error('the server did not answer, and was not killed');
          await restarting;
        },
      },
      chance,
    );

    const start = async () => {
      server = await startServer({ dataDir, env: store.env });
      register = new RegisterClient(server.url, authority);
    };
    const killAndStart = async () => {
      await server.kill();
      await start();
    };

    /** What `registre doctor` finds wrong, or due, once it has done what was due. */
    const findings = async (): Promise<LooseJson> => {
      const common = ['--authority', authority, '--data', dataDir, '--json'];
      return JSON.parse((await runCli(['doctor', ...common], store.env)).stdout)[0].findings;
    };

    beforeAll(async () => {
      await start();
      const working = clerks.work(PATIENT);
      for (let kill = 0; kill < kills; kill++) {
        await Promise.race([clerks.answers(chance.between(1, 2 * commands)), working]);
        restarting = killAndStart();
        await restarting;
      }
      clerks.stop();
      await working;
      // What kills left half done follows by itself; it is not to be counted as written by what is sent again.
      expect(await findings()).toEqual([]);
    }, patience);

    /** One of each kind of command. */
    const oneOfEach = (): readonly Acknowledged[] => [
      ...new Map(clerks.acknowledged.map((one) => [one.path.replace(/[0-9a-f-]{36}/g, ':id'), one])).values(),
    ];
    const again = ({ path, body, key }: Acknowledged, more: object = {}) =>
      register.send(path, { ...body, ...more }, { 'idempotency-key': key });

    it('then every acknowledged event is there once', async () => {
      const events = await wholeLog(store, dataDir, authority);
      const places = events.map(({ stream, revision }) => `${stream}@${revision}`);
      const answered = clerks.acknowledged.map(({ answer: { body } }) => `${body.stream}@${body.revision}`);
      expect(places).toEqual(expect.arrayContaining(answered));

      // Nor was any written a second time by a retry, at another place.
      const requests = events.flatMap(({ type, metadata: { idempotencyKey } }) =>
        idempotencyKey === undefined ? [] : [`${idempotencyKey} ${type}`],
      );
      expect(requests.length).toBeGreaterThan(clerks.acknowledged.length / 2);
      expect(new Set(requests).size).toBe(requests.length);
      for (const list of [places, answered, events.map(({ id }) => id)]) {
        expect(new Set(list).size).toBe(list.length);
      }
    });

    it(
      'when each command is sent again under its key, then the same answer and no new event',
      async () => {
        const written = await eventsWrittenBy(register, async () => {
          const left = clerks.acknowledged.values();
          const sendAgain = async () => {
            for (const one of left) {
              const { status, body } = await again(one);
              const { path } = one;
              expect({ path, status, body }).toEqual({
                path,
                status: one.answer.status,
                body: one.answer.body,
              });
            }
          };
          await Promise.all(Array.from({ length: AT_ONCE }, sendAgain));
        });
        expect(written).toBe(0);
      },
      patience,
    );

    it('when a key comes with another body, then 422 and no new event', async () => {
      const written = await eventsWrittenBy(register, async () => {
        for (const one of oneOfEach()) {
          const { status, body } = await again(one, { occurredAt: { date: null, time: null } });
          expect({ path: one.path, status, code: body.code }).toEqual({
            path: one.path,
            status: 422,
            code: 'idempotency-key-reused',
          });
        }
      });
      expect(written).toBe(0);
    });

    it('when the server is stopped, then nothing is left due and the read models equal a rebuild', async () => {
      await server.stop();
      expect(await findings()).toEqual([]);
      const held = readTables(store, dataDir, authority);
      expect(await rebuiltTables(store, dataDir, authority)).toEqual(held);
    });
  });
}

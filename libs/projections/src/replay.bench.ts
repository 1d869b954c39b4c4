import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { CHOICES, type BodyAtSession, type Roll } from './domain.js';
import { openEventStore, type EventStore } from '@registre/event-store';
import { AUTHORITY, COUNCIL, History, TALLY, report, seat } from './history.js';
import { ReadModels } from './read-models.js';

/**
 * Replay of a log into all the read models, beside reading and parsing the same file without doing anything with it.
 *
 *     node libs/projections/dist/replay.bench.js [EVENTS]
 */

const SEATS = 19;
const AFFAIRS = 20;
/** Séances that are written at once; their events stand in the log as they come. */
const WRITERS = 8;

const seats = Array.from({ length: SEATS }, (_, index) =>
  seat(`membre-${index}`, `Prénom${index}`, `NOM${index}`, index % 2 === 0 ? 'Madame' : 'Monsieur'),
);
const council: BodyAtSession = { ...COUNCIL, seats, inOffice: SEATS };
const roll: Roll = { seats: seats.map(({ ref }) => ({ seat: ref, voter: ref })), size: SEATS, exact: true };

/** A séance as it is held live: half of its affairs by roll call, the others by show of hands. */
function heldSession(session: string): History {
  const history = new History(AUTHORITY, council);
  const affairs = Array.from({ length: AFFAIRS }, (_, index) => `${session}-a${index}`);
  for (const affair of affairs) {
    const submitted = { session, report: report(`Budget ${affair}`), annexes: [] } as const;
    history.add('affair', affair, 'ReportSubmitted', submitted);
    history.add('affair', affair, 'AffairNumbered', { session, number: affair });
  }
  history.convened(session);
  affairs.forEach((affair, index) => history.placed(session, affair, index + 1, `Budget ${affair}`));
  history.opened(session);
  for (const { ref } of seats) history.add('session', session, 'MemberPresent', { member: ref, mode: null });
  affairs.forEach((affair, index) => decide(history, session, affair, index % 2 === 0));
  // A register for each, so that the writers do not wait for one another.
  const entries = affairs.map((affair, index) => ({ affair, order: index + 1, sheet: index + 1 }));
  history.closed(session).add('register', `cm.${session}`, 'SheetsEntered', { session, entries });
  for (const affair of affairs) history.certified(session, affair);
  return history;
}

function decide(history: History, session: string, affair: string, byRollCall: boolean): void {
  const ballot = `${affair}-b`;
  const text = 'Le conseil débat du rapport, que son rapporteur présente, et des questions qu’il appelle.';
  history.called(session, affair).add('session', session, 'DebateNoted', { affair, text });
  history.ballotOpened(session, affair, ballot);
  history.add('ballot', ballot, 'VotingOpened', {
    session,
    affair,
    method: 'show-of-hands',
    candidates: null,
    positions: null,
    roll,
    recused: [],
  });
  if (byRollCall) {
    seats.forEach(({ ref }, index) => {
      const choice = CHOICES[index % 3] ?? 'for';
      history.add('ballot', ballot, 'VoteCast', { seat: ref, voter: ref, choice });
    });
  } else {
    const { counts, named } = TALLY;
    history.add('ballot', ballot, 'HandsCounted', {
      counts,
      named,
      candidates: null,
      stated: null,
      rest: null,
    });
  }
  history.votingClosed(ballot).ballotClosed(session, ballot).decided(session, affair);
}

async function write(store: EventStore, count: number): Promise<number> {
  const perSession = heldSession('s').events.length;
  const sessions = Math.max(1, Math.round(count / perSession));
  let started = 0;
  const writer = async (): Promise<void> => {
    while (started < sessions) {
      const number = started++;
      await heldSession(`s${number}`).appendTo(store);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return sessions * perSession;
}

interface Speed {
  /** Events for each second that passed. */
  readonly wall: number;
  /** Events for each second that the processor worked for us: for a machine that others use too. */
  readonly cpu: number;
}

async function timed(events: number, work: () => unknown): Promise<Speed> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const wall = Math.round((events * 1_000) / (performance.now() - started));
  return { wall, cpu: Math.round((events * 1_000_000) / (user + system)) };
}

/** The floor: every row read and both its parts parsed. */
function readAndParse(dataDir: string): void {
  const database = new DatabaseSync(join(dataDir, AUTHORITY, 'log.db'), { readOnly: true });
  for (const row of database.prepare('SELECT * FROM events ORDER BY ordinal').iterate()) {
    JSON.parse(row.data as string);
    JSON.parse(row.metadata as string);
  }
  database.close();
}

/** Replays the log of the folder, and reads it without replaying. */
async function measure(dataDir: string, events: number): Promise<void> {
  const floor = await timed(events, () => readAndParse(dataDir));
  const readModels = await ReadModels.open({
    store: { kind: 'embedded', dataDir },
    readDir: dataDir,
    threads: false,
  });
  const replay = await timed(events, () => readModels.rebuild(AUTHORITY));
  await readModels.close();
  const share = (of: keyof Speed): number => Number((replay[of] / floor[of]).toFixed(3));
  const ratio = { wall: share('wall'), cpu: share('cpu') };
  const maxRssMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ events, floor, replay, ratio, maxRssMegabytes })}\n`);
}

const [wanted = '1000000', folder] = process.argv.slice(2);
if (folder !== undefined) {
  await measure(folder, Number(wanted));
} else {
  const dataDir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'replay-bench-'));
  try {
    const store = openEventStore({ kind: 'embedded', dataDir });
    const events = await write(store, Number(wanted));
    await store.close();
    // In a process of its own, whose memory is that of the replay alone.
    const again = [
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(import.meta.url),
      String(events),
      dataDir,
    ];
    process.stdout.write(execFileSync(process.execPath, again, { encoding: 'utf8' }));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

import { CommandRunner, CompleteErasure, EnterInRegister } from '@registre/deliberation';
import type { FileStore } from '@registre/documents';
import type { EventStore } from '@registre/event-store';
import { withCommandsOn } from '../import/scratch-commands.js';
import { Calendar, type CalendarRequest } from './calendar.js';
import { Chance, SeededEntropy } from './chance.js';
import { instantOf } from './days.js';
import { Deeds } from './deeds.js';
import type { Generation } from './evening.js';
import { GeneratedEventStore } from './generated-event-store.js';
import { GeneratedFiles } from './generated-files.js';
import { planEverything } from './history.js';
import { GeneratedClock, Scribe } from './scribe.js';
import { GeneratedSessions } from './world.js';

export interface GenerateRequest extends CalendarRequest {
  readonly authority: string;
  /** The same one gives the same history, to the byte. */
  readonly seed: string;
  /** Told now and then. */
  readonly onProgress?: (progress: GenerateProgress) => void;
}

export interface GenerateProgress {
  /** Events so far, those that were there already among them. */
  readonly events: number;
  /** Instant of the history that was reached, and the whole of it, as a share from 0 to 1. */
  readonly share: number;
}

export interface GeneratedRegister {
  readonly events: number;
  /** Of these, those that the log held already. */
  readonly found: number;
  /** Séances that were planned. */
  readonly sessions: number;
  readonly bodies: number;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** How many extracts are certified in a small register, and in all at most: each is three files on the disk. */
const CERTIFIED = 0.5;
const MOST_CERTIFIED = 2_500;
const AFFAIRS_A_SESSION = 18;

/**
 * Writes the history of an authority that never was: years of members, elections, séances, ballots and what follows
 * them, drawn from a seed and sent as commands, so that each event is one that the domain decided. A generation that
 * was cut goes on where it was.
 *
 * @param store writes appends in the order in which they are asked for, as the embedded one does
 * @throws NotGenerated the log holds something else than the beginning of this history: nothing is written
 */
export async function generateRegister(
  store: EventStore,
  files: FileStore,
  request: GenerateRequest,
): Promise<GeneratedRegister> {
  const { authority, seed, sessions: wanted } = request;
  const calendar = new Calendar(request);
  const entropy = new SeededEntropy(new Chance(`${seed}/ids`));
  const clock = new GeneratedClock();
  const sessions = new GeneratedSessions();
  const kept = new GeneratedFiles(files, entropy);
  const generated = new GeneratedEventStore(store, authority, () => kept.settled());
  const stores = { store: generated, files: kept, clock, otherSessions: sessions, entropy };
  await withCommandsOn(stores, async (commands, app) => {
    const deeds = new Deeds();
    const generation: Generation = {
      authority,
      runner: app.get(CommandRunner, { strict: false }),
      enterInRegister: app.get(EnterInRegister, { strict: false }),
      completeErasure: app.get(CompleteErasure, { strict: false }),
      files: kept,
      entropy,
      clock,
      deeds,
      sessions,
      scribe: new Scribe(commands, entropy, authority, 'g', 'Service des assemblées'),
      certified: Math.min(CERTIFIED, MOST_CERTIFIED / (wanted * AFFAIRS_A_SESSION)),
    };
    planEverything(generation, calendar, new Chance(`${seed}/history`));
    await doAll(generation, calendar, generated, request);
  });
  await generated.end();
  const { bodies, firstYear, lastYear } = calendar;
  const { count: events, found } = generated;
  return { events, found, sessions: wanted, bodies: bodies.length, firstYear, lastYear };
}

async function doAll(
  { deeds, clock }: Generation,
  calendar: Calendar,
  generated: GeneratedEventStore,
  { onProgress }: GenerateRequest,
): Promise<void> {
  const begin = instantOf(calendar.firstDay, 0);
  const end = instantOf(calendar.lastDay, 1_439);
  for (let deed = deeds.next(); deed !== undefined && deed.at <= end; deed = deeds.next()) {
    clock.reach(deed.at);
    await deed.work();
    onProgress?.({ events: generated.count, share: (deed.at - begin) / (end - begin) });
  }
}

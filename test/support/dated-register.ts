import { openEventStore } from '@registre/event-store';
import { derivedId } from '@registre/platform';
import { AUTHORITY, History, LATER, report } from '@registre/projections/history';

/** A register whose events were learned on days of their own, which no server of today can make. */
export const DATED = {
  authority: AUTHORITY,
  session: derivedId('dated', 'session'),
  /** Adopted on 21 March 2024, certified, wrongly published, rectified, withdrawn. */
  act: derivedId('dated', 'act'),
  importedSession: derivedId('dated', 'imported session'),
  /** Of a séance of 4 May 2022, imported on 1 June 2024. */
  importedAct: derivedId('dated', 'imported act'),
} as const;

const { session, act, importedSession, importedAct } = DATED;

/** Adopted, certified, published with a fault, rectified, withdrawn: each learned on its day; then an old séance imported. */
export function datedHistory(): History {
  const history = new History().constituted();
  const steps: readonly (readonly [string, () => unknown])[] = [
    ['2024-03-21', () => held(history, session, act, 'Budget primitif', '2024-03-21')],
    ['2024-03-22', () => history.certified(session, act)],
    ['2024-03-25', () => history.add('affair', act, 'TransmittedToPrefecture', SENT)],
    ['2024-04-02', () => history.add('affair', act, 'DeliberationPublished', PUBLISHED)],
    ['2024-04-12', () => history.add('affair', act, 'DeliberationRectified', RECTIFIED)],
    ['2024-05-22', () => history.add('affair', act, 'DeliberationWithdrawn', WITHDRAWN)],
    ['2024-06-01', () => imported(history)],
  ];
  let first = 0;
  for (const [day, step] of steps) {
    step();
    learnt(history, first, day);
    first = history.events.length;
  }
  return history;
}

/** Keeps that history in a data folder, as a server finds it. */
export async function keepHistory(dataDir: string, history: History): Promise<void> {
  const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
  await history.appendTo(store);
  await store.close();
}

const SENT = { on: '2024-03-25', identifier: 'DE-1' };
const PUBLISHED = { on: '2024-03-27', media: ['website' as const], masked: false };
const RECTIFIED = { ...LATER, on: '2024-04-10' };
const WITHDRAWN = { ...LATER, on: '2024-05-20' };

/** Lets the register learn on that day, a second apart, what the history tells from there on. */
function learnt(history: History, first: number, day: string): void {
  const told = history.events.splice(first);
  history.events.push(
    ...told.map((event, place) => {
      const recordedAt = new Date(Date.parse(`${day}T10:00:00.000Z`) + place * 1_000).toISOString();
      return { ...event, metadata: { ...event.metadata, recordedAt } };
    }),
  );
}

function held(history: History, id: string, affair: string, subject: string, date: string): void {
  const ballot = derivedId(id, 'ballot');
  history.convened(id, date).placed(id, affair, 1, subject).opened(id).called(id, affair);
  history.add('affair', affair, 'ReportSubmitted', { session: id, report: report(subject), annexes: [] });
  history.ballotOpened(id, affair, ballot).voted(id, affair, ballot).ballotClosed(id, ballot);
  history.decided(id, affair).closed(id).entered(id, affair);
}

function imported(history: History): void {
  held(history, importedSession, importedAct, 'Achat d’une parcelle', '2022-05-04');
  history.imported('pv-2022-05-04', importedSession, { k1: importedAct });
}

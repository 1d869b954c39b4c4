import { occurredLong } from '@registre/deliberation';
import { auditPages, type AuditEntry, type SessionBoard } from '@registre/projections';
import type { OpenRegister } from './open-register.js';

/** A step of a séance: what happened, and the séance as it stood then. */
export interface SessionStep {
  readonly step: number;
  readonly of: number;
  readonly entry: AuditEntry;
  readonly board: SessionBoard;
}

/** The events of a séance, in order. */
export async function eventsOf(
  { readModels }: OpenRegister,
  authority: string,
  session: string,
): Promise<readonly AuditEntry[]> {
  const events: AuditEntry[] = [];
  const ask = (request: Parameters<typeof readModels.auditTrail>[1]) =>
    readModels.auditTrail(authority, request);
  for await (const page of auditPages(ask, { session })) events.push(...page);
  return events;
}

/** One step, by its place among the events. */
export async function stepAt(
  { past }: OpenRegister,
  authority: string,
  session: string,
  events: readonly AuditEntry[],
  place: number,
): Promise<SessionStep> {
  const entry = events[place];
  const board = entry && (await past.sessionBoard(authority, session, entry.ordinal));
  if (entry === undefined || board === undefined) throw new Error(`no step ${place + 1} in ${session}`);
  return { step: place + 1, of: events.length, entry, board };
}

const STATUS: { readonly [status in SessionBoard['state']['status']]: string } = {
  none: 'non convoquée',
  convened: 'convoquée',
  open: 'en cours',
  'not-quorate': 'non tenue, faute de quorum',
  closed: 'close',
};

/** A step for people: the event's sentence, and what it left. */
export function stepLines({ step, of, entry, board }: SessionStep): readonly string[] {
  const { state, now } = board;
  const affair = state.affairs.find(({ id }) => id === (state.currentAffair ?? state.lastCalled));
  return [
    `${step}/${of}  n° ${entry.ordinal}  ${entry.sentence}`,
    `      ${occurredLong(entry.occurredAt)} · ${entry.type} · par ${entry.actor}`,
    `      Séance ${STATUS[state.status]} · ${roomLine(board)}`,
    `      ${quorumLine(now)}`,
    ...(affair === undefined ? [] : [`      Affaire ${affair.order ?? '–'}. ${affair.subject}`]),
    ...ballotLines(board),
  ];
}

const counted = (refs: readonly unknown[] | null, what: string): string =>
  `${what}\u00a0: ${refs === null ? 'non renseigné' : refs.length}`;

function roomLine({ state, now: { room } }: SessionBoard): string {
  const remote = state.attendance?.filter(({ mode }) => mode === 'remote') ?? [];
  return [
    counted(room.present, 'présents'),
    ...(remote.length === 0 ? [] : [`dont à distance\u00a0: ${remote.length}`]),
    counted(room.proxies, 'pouvoirs'),
    counted(room.excused, 'excusés'),
    counted(room.absent, 'absents'),
  ].join(', ');
}

function quorumLine({ quorum: { reached, required } }: SessionBoard['now']): string {
  const needed = required === null ? '' : ` (${required} requis)`;
  if (reached === null) return `Quorum\u00a0: non renseigné${needed}`;
  return `Quorum ${reached ? 'atteint' : 'non atteint'}${needed}`;
}

function ballotLines({ state, voting }: SessionBoard): readonly string[] {
  const open = state.ballots.find(({ id }) => id === state.openBallot);
  if (open === undefined) return [];
  const votes = Object.entries(voting?.votes ?? {}).map(([seat, choice]) => `${seat} ${choice}`);
  const signed = voting?.signed ?? [];
  return [
    `      Scrutin ouvert, ${open.roll.size ?? '?'} inscrits`,
    ...(votes.length === 0 ? [] : [`      Votes\u00a0: ${votes.join(', ')}`]),
    ...(signed.length === 0 ? [] : [`      Ont émargé\u00a0: ${signed.length}`]),
  ];
}

/** A step for programs. */
export const stepJson = ({ step, of, entry, board: { state, now, voting } }: SessionStep) => ({
  step,
  of,
  event: entry,
  status: state.status,
  room: now.room,
  quorum: now.quorum,
  affair: state.currentAffair,
  ballot: state.openBallot,
  voting,
});

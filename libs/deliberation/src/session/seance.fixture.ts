import type { Roll } from '../ballot/tally.js';
import type { Seat } from '../body/body.js';
import { folded, THAT_EVENING } from '../given.fixture.js';
import { quorumNow } from './quorum-now.js';
import { rollNow } from './roll.js';
import {
  sessionAggregate,
  type AffairInSession,
  type BallotInSession,
  type BodyAtSession,
  type ConvenedSession,
  type Convocation,
  type Recusal,
  type SessionEvent,
  type SessionState,
} from './session.js';

/** The eleven of Valmont. */
export const ELEVEN = [
  'alix',
  'basile',
  'chloe',
  'david',
  'elsa',
  'farid',
  'gaelle',
  'hugo',
  'ines',
  'jules',
  'karima',
] as const;

export const seat = (ref: string, known: Partial<Seat> = {}): Seat => ({
  ref,
  givenName: null,
  familyName: ref.toUpperCase(),
  civility: null,
  formOfAddress: null,
  office: null,
  group: null,
  birthDate: null,
  mandateFrom: null,
  mandateUntil: null,
  substituteOf: null,
  ...known,
});

export const council = (known: Partial<BodyAtSession> = {}): BodyAtSession => ({
  authority: {
    name: 'Commune de Valmont',
    siren: null,
    siret: null,
    kind: 'commune',
    population: 2100,
    department: '099',
    timezone: 'Europe/Paris',
  },
  name: 'Conseil municipal',
  kind: 'council',
  numbering: 'body',
  seats: ELEVEN.map((ref) => seat(ref)),
  outOfMandate: [],
  inOffice: 11,
  template: null,
  rules: null,
  ...known,
});

type Facts = Partial<ConvenedSession> & { bodyAtSession?: BodyAtSession };

export const convened = ({ bodyAtSession = council(), ...known }: Facts = {}): SessionEvent => ({
  type: 'SessionConvened',
  data: {
    body: 'CM',
    date: '2024-03-21',
    kind: null,
    public: null,
    place: null,
    convenedOn: null,
    secondConvocation: null,
    secondConvocationOf: null,
    urgency: null,
    ...known,
    bodyAtSession,
  },
});

export const sent = (known: Partial<Convocation> = {}): SessionEvent => ({
  type: 'ConvocationSent',
  data: { on: null, medium: null, recipients: null, note: null, ...known },
});

export const notQuorate: Next = (state) => ({
  type: 'SessionNotQuorate',
  data: { quorum: quorumNow(state, null), stated: null },
});

type Opening = Extract<SessionEvent, { type: 'SessionOpened' }>['data'];

export const opened = (known: Partial<Opening> = {}): SessionEvent => ({
  type: 'SessionOpened',
  data: {
    bodyAtSession: council(),
    stated: null,
    attendance: [],
    proxies: [],
    movements: [],
    secretaries: [],
    quorum: null,
    ...known,
  },
});

export const placed = (affair: string, order: number | null = null): SessionEvent => ({
  type: 'AffairPlacedOnAgenda',
  data: { affair, key: affair, order, subject: `Objet de ${affair}` },
});

export const present = (...refs: string[]): SessionEvent[] =>
  refs.map((member) => ({ type: 'MemberPresent', data: { member, mode: null } }));
export const excused = (...refs: string[]): SessionEvent[] =>
  refs.map((member) => ({ type: 'MemberExcused', data: { member } }));
export const absent = (...refs: string[]): SessionEvent[] =>
  refs.map((member) => ({ type: 'MemberAbsent', data: { member } }));
export const proxy = (giver: string, bearer: string | null): SessionEvent => ({
  type: 'ProxyGiven',
  data: { giver, bearer, givenOn: null, reason: null },
});
export const arrived = (member: string): SessionEvent => ({
  type: 'MemberArrived',
  data: { member, reason: null },
});
export const left = (member: string): SessionEvent => ({
  type: 'MemberLeft',
  data: { member, reason: null },
});
export const recused = (affair: string, member: string, known: Partial<Recusal> = {}): SessionEvent => ({
  type: 'MemberRecused',
  data: { affair, member, ground: null, left: null, note: null, ...known },
});
export const presiding = (member: string): SessionEvent => ({
  type: 'ChairTaken',
  data: { member, reason: null },
});
export const suspended: SessionEvent = { type: 'SessionSuspended', data: { reason: null } };
export const closed: SessionEvent = {
  type: 'SessionClosed',
  data: { sheets: 'to-be-numbered', entries: null },
};
export const decided = (affair: string, outcome: 'adopted' | 'rejected'): SessionEvent => ({
  type: 'AffairDecided',
  data: { affair, outcome, proclaimed: null, computed: null, decidingBallots: null },
});
export const noted = (affair: string): SessionEvent => ({
  type: 'AffairNoted',
  data: { affair, proclaimed: null },
});
export const postponed = (affair: string): SessionEvent => ({
  type: 'AffairPostponed',
  data: { affair, reason: null, stated: null, proclaimed: null },
});

/** What depends on the séance as it is then. */
type Next = (state: SessionState) => SessionEvent;

export const called =
  (affair: string, recusals: [] | null = []): Next =>
  (state) => ({
    type: 'AffairCalled',
    data: { affair, quorum: quorumNow(state, affair), stated: null, recusals },
  });

export const balloted =
  (ballot: string, affair: string | null, roll?: Roll): Next =>
  (state) => ({
    type: 'BallotOpened',
    data: {
      ballot,
      affair,
      question: null,
      method: null,
      secrecyWaived: null,
      waiver: null,
      round: null,
      candidates: null,
      positions: null,
      accounts: false,
      roll: roll ?? rollNow(state, affair, null),
    },
  });

export const unballoted =
  (ballot: string, result: Partial<NonNullable<BallotInSession['closed']>> = {}): Next =>
  () => ({
    type: 'BallotClosed',
    data: {
      ballot,
      tally: {
        counts: { for: null, against: null, abstentions: null, notTakingPart: null },
        deduced: [],
        named: { for: null, against: null, abstentions: null, notTakingPart: null },
        candidates: null,
        papers: null,
        stated: null,
        expressed: null,
      },
      computed: null,
      declared: { outcome: null, proclaimed: null },
      ...result,
    },
  });

export const voided = (ballot: string): SessionEvent => ({
  type: 'BallotVoided',
  data: { ballot, reason: null },
});

type Happened = SessionEvent | Next | readonly SessionEvent[];

/** The séance after all that. */
export const seance = (...happened: readonly Happened[]): SessionState =>
  and(folded(sessionAggregate, []), happened);

/** The same séance, later. */
export const and = (state: SessionState, happened: readonly Happened[]): SessionState =>
  happened
    .flat()
    .reduce(
      (before, next) =>
        sessionAggregate.evolve(before, typeof next === 'function' ? next(before) : next, THAT_EVENING),
      state,
    );

/** Eight of eleven in the room, two excused, one absent; two affairs on the agenda, Alix in the chair. */
export const EVENING: readonly Happened[] = [
  convened(),
  placed('budget', 1),
  placed('route', 2),
  opened(),
  present('alix', 'basile', 'chloe', 'david', 'elsa', 'farid', 'gaelle', 'hugo'),
  excused('ines', 'jules'),
  absent('karima'),
  presiding('alix'),
];

export const theAffair = (state: SessionState, id: string): AffairInSession => {
  const affair = state.affairs.find((one) => one.id === id);
  if (affair === undefined) throw new Error(`no affair ${id}`);
  return affair;
};

import type {
  AffairInSession,
  AuthorityDescription,
  BodyAtSession,
  DeliberationEvent,
  Irregularity,
  LaterAct,
  Quorum,
  Report,
  Roll,
  Seat,
  Tally,
} from '@registre/deliberation';
import {
  streamName,
  type Category,
  type EventSource,
  type EventStore,
  type EventToAppend,
  type StoredEvent,
} from '@registre/event-store';
import { derivedId } from '@registre/platform';
import { versionOf } from './domain.js';

/** Hand-written histories for specs: real event types, facts of an invented commune. */

// Not `Extract`: a member of the union may bear several types.
/** What an event of that type says. */
export type DataOf<T extends DeliberationEvent['type'], E = DeliberationEvent> = E extends DeliberationEvent
  ? T extends E['type']
    ? E['data']
    : never
  : never;

/** What an event's envelope may say otherwise than usual. */
export interface Circumstances {
  readonly actor?: string;
  readonly date?: string | null;
  readonly time?: string | null;
  readonly recordedAt?: string;
  readonly session?: string;
  readonly source?: EventSource;
}

export const AUTHORITY = 'brindas';
const BODY = 'cm';
const START = Date.parse('2024-01-05T08:30:00.000Z');

export const COMMUNE: AuthorityDescription = {
  name: 'Commune de Brindas',
  siren: null,
  siret: null,
  kind: 'commune',
  population: 6_000,
  department: '069',
  timezone: 'Europe/Paris',
};

export const seat = (
  ref: string,
  givenName: string,
  familyName: string,
  civility: Seat['civility'],
  office: string | null = null,
): Seat => ({
  ref,
  givenName,
  familyName,
  civility,
  office,
  formOfAddress: null,
  group: null,
  birthDate: null,
  mandateFrom: null,
  mandateUntil: null,
  substituteOf: null,
});

export const MICHELE = seat('bourbier', 'Michèle', 'BOURBIER', 'Madame', 'Maire');
export const BERNARD = seat('robert', 'Bernard', 'ROBERT', 'Monsieur');
export const RONAN = seat('tanguy', 'Ronan', 'TANGUY', 'Monsieur');
export const SEATS = [MICHELE, BERNARD, RONAN];

export const COUNCIL: BodyAtSession = {
  authority: COMMUNE,
  name: 'Conseil municipal',
  kind: 'council',
  numbering: 'body',
  seats: SEATS,
  outOfMandate: [],
  inOffice: null,
  template: null,
  rules: null,
};

export const UNKNOWN_QUORUM: Quorum = {
  inOffice: null,
  named: 19,
  required: null,
  requiredIfNamed: 10,
  present: 10,
  reached: null,
  article: 'L2121-17, L5211-1',
};

export const ROLL: Roll = {
  seats: [
    { seat: 'bourbier', voter: 'bourbier' },
    { seat: 'robert', voter: 'bourbier' },
    { seat: 'tanguy', voter: 'tanguy' },
  ],
  size: 3,
  exact: true,
};

export const TALLY: Tally = {
  counts: { for: 2, against: null, abstentions: 1, notTakingPart: null },
  deduced: [],
  named: { for: null, against: null, abstentions: ['tanguy'], notTakingPart: null },
  candidates: null,
  papers: null,
  stated: null,
  expressed: null,
};

export const IRREGULARITY: Irregularity = {
  rule: 'R12.notice',
  reason: 'Urgence constatée par le maire.',
  found: 'Convoquée deux jours francs avant la séance.',
};

export const report = (subject: string): Report => ({
  subject,
  classification: null,
  references: null,
  rapporteur: { member: 'bourbier', role: null },
  delegation: null,
  text: 'Texte du rapport.',
  format: 'text',
  citations: null,
  recitals: null,
  articles: null,
  budget: null,
  subsidies: null,
});

/** A later act of which nothing is known. */
export const LATER: LaterAct = {
  on: null,
  effectiveFrom: null,
  byNumber: null,
  byAffair: null,
  by: null,
  note: null,
};

/** One authority's log as a store would give it. */
export class History {
  readonly events: StoredEvent[] = [];
  private readonly revisions = new Map<string, number>();

  constructor(
    readonly authority: string = AUTHORITY,
    private readonly council: BodyAtSession = COUNCIL,
  ) {}

  /** One more event, a second after the one before. */
  add<T extends DeliberationEvent['type']>(
    category: Category,
    id: string,
    type: T,
    data: DataOf<T>,
    circumstances: Circumstances = {},
  ): this {
    return this.addUnknown(category, id, type, data, circumstances);
  }

  /** An event that this code may not know. */
  addUnknown(
    category: Category,
    id: string,
    type: string,
    data: object,
    circumstances: Circumstances = {},
  ): this {
    const stream = streamName(category, this.authority, id);
    const revision = (this.revisions.get(stream) ?? -1) + 1;
    this.revisions.set(stream, revision);
    const ordinal = this.events.length;
    const event = envelope(this.authority, ordinal, type, data, circumstances);
    this.events.push({ ...event, stream, revision, position: String(ordinal) });
    return this;
  }

  get last(): StoredEvent {
    const event = this.events.at(-1);
    if (event === undefined) throw new Error('an empty history');
    return event;
  }

  /** The history as it was when its log ended at that ordinal. */
  until(ordinal: number): History {
    const earlier = new History(this.authority, this.council);
    earlier.events.push(...this.events.slice(0, ordinal + 1));
    return earlier;
  }

  /** Appends the events to a store, from that one on; those that follow each other in a stream together. */
  async appendTo(store: EventStore, from = 0): Promise<void> {
    for (let first = from, next = from; first < this.events.length; first = next) {
      const { stream, revision } = this.events[first] as StoredEvent;
      while (this.events[next]?.stream === stream) next++;
      const events = this.events
        .slice(first, next)
        .map(({ id, type, data, metadata }) => ({ id, type, data, metadata }));
      await store.append(stream, revision === 0 ? 'no-stream' : revision - 1, events);
    }
  }

  /** The commune, its council and who sits there. */
  constituted(): this {
    this.add('authority', 'main', 'AuthorityRegistered', { key: this.authority, ...COMMUNE });
    this.add('body', BODY, 'BodyConstituted', {
      key: BODY,
      name: COUNCIL.name,
      kind: 'council',
      numbering: 'body',
    });
    for (const one of this.council.seats ?? []) this.add('body', BODY, 'MemberSeated', { seat: one });
    return this;
  }

  convened(session: string, date = '2023-10-12', irregularities: readonly Irregularity[] = []): this {
    return this.add('session', session, 'SessionConvened', {
      body: BODY,
      date,
      kind: 'ordinary',
      public: true,
      place: null,
      convenedOn: null,
      secondConvocation: null,
      secondConvocationOf: null,
      urgency: null,
      bodyAtSession: this.council,
      ...(irregularities.length === 0 ? {} : { irregularities }),
    });
  }

  placed(session: string, affair: string, order: AffairInSession['order'], subject: string): this {
    return this.add('session', session, 'AffairPlacedOnAgenda', {
      affair,
      key: `k${order ?? affair}`,
      order,
      subject,
    });
  }

  opened(session: string): this {
    this.add('session', session, 'SessionOpened', {
      bodyAtSession: this.council,
      stated: null,
      attendance: [],
      proxies: [],
      movements: [],
      secretaries: [],
      quorum: null,
    });
    this.add('session', session, 'MemberPresent', { member: 'bourbier', mode: 'in-person' });
    this.add('session', session, 'MemberPresent', { member: 'tanguy', mode: null });
    this.add('session', session, 'MemberExcused', { member: 'robert' });
    this.add('session', session, 'ProxyGiven', {
      giver: 'robert',
      bearer: 'bourbier',
      givenOn: null,
      reason: null,
    });
    return this.add('session', session, 'ChairTaken', { member: 'bourbier', reason: null });
  }

  called(session: string, affair: string): this {
    return this.add('session', session, 'AffairCalled', {
      affair,
      quorum: UNKNOWN_QUORUM,
      stated: null,
      recusals: [],
    });
  }

  ballotOpened(session: string, affair: string | null, ballot: string): this {
    return this.add('session', session, 'BallotOpened', {
      ballot,
      affair,
      question: affair === null ? 'Vote à main levée' : null,
      method: 'show-of-hands',
      secrecyWaived: null,
      waiver: null,
      round: null,
      candidates: null,
      positions: null,
      accounts: false,
      roll: ROLL,
    });
  }

  /** The ballot's own stream, from its opening to its end. */
  voted(session: string, affair: string | null, ballot: string): this {
    this.votingOpened(session, affair, ballot);
    this.add('ballot', ballot, 'VoteCast', { seat: 'robert', voter: 'bourbier', choice: 'for' });
    this.add('ballot', ballot, 'VoteCast', { seat: 'tanguy', voter: 'tanguy', choice: 'abstention' });
    return this.votingClosed(ballot);
  }

  votingOpened(session: string, affair: string | null, ballot: string): this {
    return this.add('ballot', ballot, 'VotingOpened', {
      session,
      affair,
      method: 'show-of-hands',
      candidates: null,
      positions: null,
      roll: ROLL,
      recused: [],
    });
  }

  votingClosed(ballot: string): this {
    return this.add('ballot', ballot, 'VotingClosed', { declared: { outcome: null, proclaimed: null } });
  }

  ballotClosed(session: string, ballot: string): this {
    return this.add('session', session, 'BallotClosed', {
      ballot,
      tally: TALLY,
      computed: { outcome: 'adopted', unanimous: true, basis: null, elected: null },
      declared: { outcome: 'adopted', proclaimed: 'Adopté' },
    });
  }

  decided(session: string, affair: string, outcome: 'adopted' | 'rejected' = 'adopted'): this {
    return this.add('session', session, 'AffairDecided', {
      affair,
      outcome,
      proclaimed: 'Adopté',
      computed: outcome,
      decidingBallots: [],
    });
  }

  closed(session: string): this {
    return this.add('session', session, 'SessionClosed', { sheets: 'to-be-numbered', entries: null });
  }

  entered(session: string, ...affairs: readonly string[]): this {
    const entries = affairs.map((affair, index) => ({ affair, order: index + 1, sheet: index + 1 }));
    return this.add('register', `${BODY}.2023`, 'SheetsEntered', { session, entries });
  }

  certified(session: string, affair: string): this {
    const file = { id: '00', salt: 'AAAA', size: 1 };
    return this.add('affair', affair, 'ExtractCertified', {
      session,
      formula: null,
      signatory: { member: 'bourbier', office: null, remit: null },
      certifiedOn: null,
      template: file,
      variables: file,
      text: file,
    });
  }

  imported(record: string, session: string, affairs: Readonly<Record<string, string>>): this {
    return this.add('record', record, 'RecordImported', {
      record,
      revision: 1,
      sha256: '00',
      source: null,
      session,
      affairs: Object.entries(affairs).map(([key, affair]) => ({ key, affair })),
      disagreements: 1,
    });
  }

  /** A contradiction, of the affair of that key. */
  disagreed(record: string, affair: string | null): this {
    return this.add('record', record, 'DisagreementRecorded', {
      check: '6',
      path: 'session.stated.present',
      rule: 'stated.present',
      message: 'Dix présents sont annoncés, neuf sont nommés.',
      affair,
    });
  }

  /** A whole séance: two affairs decided with a ballot each, entered in the register. */
  heldSession(session: string, date = '2023-10-12'): this {
    const affairs = [`${session}-a1`, `${session}-a2`];
    this.convened(session, date);
    affairs.forEach((affair, index) => this.placed(session, affair, index + 1, `Affaire de ${affair}`));
    this.opened(session);
    for (const affair of affairs) {
      const ballot = `${affair}-b`;
      this.called(session, affair).ballotOpened(session, affair, ballot).voted(session, affair, ballot);
      this.ballotClosed(session, ballot).decided(session, affair);
    }
    return this.closed(session).entered(session, ...affairs);
  }
}

function envelope(
  authority: string,
  ordinal: number,
  type: string,
  data: object,
  { actor = 'local', date = '2023-10-12', time = null, ...said }: Circumstances,
): EventToAppend {
  const id = derivedId(authority, String(ordinal));
  return {
    id,
    type,
    data,
    metadata: {
      version: versionOf(type),
      authority,
      actor,
      occurredAt: { date, time, zone: 'Europe/Paris' },
      recordedAt: new Date(START + ordinal * 1_000).toISOString(),
      ...said,
      $correlationId: id,
      $causationId: id,
      salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    },
  };
}

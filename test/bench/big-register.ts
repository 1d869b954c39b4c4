import {
  versionOf,
  type BodyAtSession,
  type DeliberationEvent,
  type Report,
  type Seat,
  type Tally,
} from '@registre/deliberation';
import {
  affairStream,
  authorityStream,
  ballotStream,
  bodyStream,
  openEventStore,
  registerStream,
  sessionStream,
  type EventStore,
  type EventToAppend,
} from '@registre/event-store';
import { derivedId } from '@registre/platform';
import { Chance } from '../support/chance.js';
import { Words } from './words.js';

export const AUTHORITY = 'grandville';
const AFFAIRS = 40;
const SEATS = 21;
/** Séances that are written at once. */
const WRITERS = 8;
/** The most events in one append. */
const BATCH = 100;

type DataOf<T extends DeliberationEvent['type'], E = DeliberationEvent> = E extends DeliberationEvent
  ? T extends E['type']
    ? E['data']
    : never
  : never;

/**
 * Writes a register of so many deliberations straight into the store: séances of 40 affairs from 1990 on, each with
 * report, number and outcome, one in four with a vote by name, three in five certified. The same seed, the same words.
 */
export async function writeBigRegister(dataDir: string, deliberations: number): Promise<void> {
  const store = openEventStore({ kind: 'embedded', dataDir });
  await new Writer(store).constitute();
  const sessions = Math.ceil(deliberations / AFFAIRS);
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < sessions) await new Writer(store, next++).hold();
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await store.close();
}

const COMMUNE = {
  name: 'Ville de Grandville-les-Bains',
  siren: null,
  siret: null,
  kind: 'commune',
  population: 48_000,
  department: '069',
  timezone: 'Europe/Paris',
} as const;

const names = new Words(new Chance(7));
const seats: readonly Seat[] = Array.from({ length: SEATS }, (_, place) => ({
  ref: `elu-${place + 1}`,
  ...names.person(),
  civility: place % 2 === 0 ? ('Madame' as const) : ('Monsieur' as const),
  formOfAddress: null,
  office: place === 0 ? 'Maire' : null,
  group: ['Ensemble pour Grandville', 'Grandville écologie', 'Union des quartiers'][place % 3] ?? null,
  birthDate: null,
  mandateFrom: null,
  mandateUntil: null,
  substituteOf: null,
}));
const refs = seats.map(({ ref }) => ref);
const council: BodyAtSession = {
  authority: COMMUNE,
  name: 'Conseil municipal',
  kind: 'council',
  numbering: 'body',
  seats,
  outOfMandate: [],
  inOffice: SEATS,
  template: null,
  rules: null,
};
const roll = { seats: refs.map((ref) => ({ seat: ref, voter: ref })), size: SEATS, exact: true };
const quorum = {
  inOffice: SEATS,
  named: SEATS,
  required: 11,
  requiredIfNamed: 11,
  present: SEATS,
  reached: true,
  article: 'L2121-17',
};

/** One séance, or the authority before any. */
class Writer {
  private readonly chance: Chance;
  private readonly words: Words;
  private readonly session: string;
  private readonly date: string;
  private readonly affairs: readonly string[];
  private readonly balloted: ReadonlyMap<string, string>;
  private written = 0;

  constructor(
    private readonly store: EventStore,
    private readonly rank = -1,
  ) {
    this.chance = new Chance(1_000 + rank);
    this.words = new Words(this.chance);
    this.session = derivedId(AUTHORITY, `session ${rank}`);
    this.date = new Date(Date.UTC(1990, 0, 11 + 5 * rank)).toISOString().slice(0, 10);
    this.affairs = Array.from({ length: AFFAIRS }, (_, place) => derivedId(this.session, `affair ${place}`));
    const balloted = this.affairs.filter((_, place) => place % 4 === 0);
    this.balloted = new Map(balloted.map((affair) => [affair, derivedId(affair, 'ballot')]));
  }

  async constitute(): Promise<void> {
    const registered = this.event('AuthorityRegistered', { key: AUTHORITY, ...COMMUNE });
    await this.store.append(authorityStream(AUTHORITY), 'no-stream', [registered]);
    const constituted = { key: 'cm', name: council.name, kind: 'council', numbering: 'body' } as const;
    await this.store.append(bodyStream(AUTHORITY, 'cm'), 'no-stream', [
      this.event('BodyConstituted', constituted),
      ...seats.map((seat) => this.event('MemberSeated', { seat })),
    ]);
  }

  // All ballots are open before the first is counted, which no clerk could do: it spares appends, and reads the same.
  async hold(): Promise<void> {
    const stream = sessionStream(AUTHORITY, this.session);
    await Promise.all(this.affairs.map((affair, place) => this.writePaper(affair, place)));
    const before = await this.append(stream, 0, this.untilTheVotes());
    await Promise.all([...this.balloted].map(([affair, ballot]) => this.vote(affair, ballot)));
    await this.append(stream, before, this.fromTheVotes());
    const entries = this.affairs.map((affair, place) => ({ affair, order: place + 1, sheet: null }));
    // A volume for each séance, so that the writers do not wait for one another.
    const book = registerStream(AUTHORITY, 'cm', 10_000 + this.rank);
    await this.append(book, 0, [this.event('SheetsEntered', { session: this.session, entries })]);
    await this.certify();
  }

  private untilTheVotes(): EventToAppend[] {
    const { session, date } = this;
    const none = { stated: null, attendance: [], proxies: [], movements: [], secretaries: [] } as const;
    return [
      this.event('SessionConvened', {
        body: 'cm',
        date,
        kind: 'ordinary',
        public: true,
        place: null,
        convenedOn: null,
        secondConvocation: null,
        secondConvocationOf: null,
        urgency: null,
        bodyAtSession: council,
        ...(this.rank % 50 === 7 ? { irregularities: [LATE] } : {}),
      }),
      ...this.affairs.map((affair, place) =>
        this.event('AffairPlacedOnAgenda', {
          affair,
          key: `k${place + 1}`,
          order: place + 1,
          subject: `Affaire ${place + 1}`,
        }),
      ),
      this.event('SessionOpened', { bodyAtSession: council, ...none, quorum }),
      ...refs.map((member) => this.event('MemberPresent', { member, mode: null })),
      this.event('ChairTaken', { member: 'elu-1', reason: null }),
      ...this.affairs.flatMap((affair) => [
        this.event('AffairCalled', { affair, quorum, stated: null, recusals: [] }),
        ...this.ballotOpened(affair),
      ]),
    ].map((event) => ({ ...event, metadata: { ...event.metadata, session } }));
  }

  private ballotOpened(affair: string): EventToAppend[] {
    const ballot = this.balloted.get(affair);
    if (ballot === undefined) return [];
    const kind = { method: 'roll-call', candidates: null, positions: null, roll } as const;
    const said = { question: null, secrecyWaived: null, waiver: null, round: null, accounts: false };
    return [this.event('BallotOpened', { ballot, affair, ...said, ...kind })];
  }

  private async vote(affair: string, ballot: string): Promise<void> {
    const kind = { method: 'roll-call', candidates: null, positions: null, roll, recused: [] } as const;
    await this.append(ballotStream(AUTHORITY, ballot), 0, [
      this.event('VotingOpened', { session: this.session, affair, ...kind }),
      this.event('HandsCounted', { ...this.tallyOf(ballot), candidates: null, stated: null, rest: null }),
      this.event('VotingClosed', { declared: { outcome: null, proclaimed: null } }),
    ]);
  }

  private fromTheVotes(): EventToAppend[] {
    return [
      ...this.affairs.flatMap((affair, place) => this.decision(affair, place)),
      this.event('SessionClosed', { sheets: 'to-be-numbered', entries: null }),
    ];
  }

  private decision(affair: string, place: number): EventToAppend[] {
    const ballot = this.balloted.get(affair);
    const outcome = place % 31 === 16 ? 'rejected' : 'adopted';
    const proclaimed = outcome === 'adopted' ? 'Adopté à l’unanimité' : 'Rejeté';
    if (ballot === undefined && place % 13 === 5)
      return [this.event('AffairNoted', { affair, proclaimed: null })];
    const counted = { deduced: [], candidates: null, papers: null, stated: null } as const;
    const closed = (id: string) =>
      this.event('BallotClosed', {
        ballot: id,
        tally: { ...this.tallyOf(id), ...counted, expressed: null },
        computed: { outcome, unanimous: null, basis: 'votes', elected: null },
        declared: { outcome, proclaimed },
      });
    const decided = { affair, outcome, proclaimed, computed: null, decidingBallots: null } as const;
    return [...(ballot === undefined ? [] : [closed(ballot)]), this.event('AffairDecided', decided)];
  }

  /** The same each time it is asked: the chance is the ballot's own. */
  private tallyOf(ballot: string): Pick<Tally, 'counts' | 'named'> {
    const chance = new Chance(Number.parseInt(ballot.slice(0, 6), 16));
    const cells = refs.map(() => chance.between(0, 9));
    const who = (least: number, most: number) =>
      refs.filter((_, at) => least <= (cells[at] ?? 0) && (cells[at] ?? 0) <= most);
    const named = { for: who(0, 6), against: who(7, 7), abstentions: who(8, 8), notTakingPart: who(9, 9) };
    const counts = Object.fromEntries(Object.entries(named).map(([cell, some]) => [cell, some.length]));
    return { named, counts: counts as unknown as Tally['counts'] };
  }

  private async writePaper(affair: string, place: number): Promise<void> {
    const { session } = this;
    const number = `${this.date.slice(0, 4)}-${this.rank * AFFAIRS + place + 1}`;
    await this.append(affairStream(AUTHORITY, affair), 0, [
      this.event('ReportSubmitted', { session, report: this.report(), annexes: [] }),
      this.event('AffairNumbered', { session, number }),
      ...(place === 11
        ? [this.event('DeliberationPublished', { on: this.date, media: ['website'], masked: false })]
        : []),
    ]);
  }

  private report(): Report {
    const amount = `${this.chance.between(1, 900) * 500}.00`;
    const isSpending = this.chance.between(0, 2) === 0;
    return {
      subject: this.words.subject(),
      classification: this.words.classification(),
      references: [],
      rapporteur: { member: refs[this.chance.between(0, SEATS - 1)] ?? null, role: null },
      delegation: null,
      text: this.words.text(6),
      format: 'text',
      citations: ['le Code général des collectivités territoriales'],
      recitals: null,
      articles: [{ label: 'Article 1', text: this.words.text(1) }],
      budget: isSpending
        ? [
            {
              amount,
              currency: 'EUR',
              year: Number(this.date.slice(0, 4)),
              section: 'fonctionnement',
              chapter: null,
              function: null,
              nature: null,
              policy: null,
            },
          ]
        : [],
      subsidies: [],
    };
  }

  private async certify(): Promise<void> {
    const file = { id: '0'.repeat(64), salt: 'AAAAAAAAAAAAAAAAAAAAAA==', size: 1 };
    const signatory = { member: 'elu-1', office: 'Maire', remit: null };
    const extract = {
      session: this.session,
      formula: null,
      signatory,
      certifiedOn: this.date,
      template: file,
      variables: file,
      text: file,
    };
    const certified = this.affairs.filter((_, place) => place % 5 < 3);
    await Promise.all(
      certified.map((affair) =>
        this.append(affairStream(AUTHORITY, affair), this.affairs[11] === affair ? 3 : 2, [
          this.event('ExtractCertified', extract),
          ...(this.rank % 20 === 3 && affair === this.affairs[2]
            ? [this.event('DeliberationRepealed', REPEALED)]
            : []),
        ]),
      ),
    );
  }

  /** @returns how many events the stream has then */
  private async append(stream: string, has: number, events: readonly EventToAppend[]): Promise<number> {
    let length = has;
    for (let first = 0; first < events.length; first += BATCH) {
      const batch = events.slice(first, first + BATCH);
      await this.store.append(stream, length === 0 ? 'no-stream' : length - 1, batch);
      length += batch.length;
    }
    return length;
  }

  private event<T extends DeliberationEvent['type']>(type: T, data: DataOf<T>): EventToAppend {
    const id = derivedId(this.session, `event ${this.written++}`);
    const metadata = {
      version: versionOf(type),
      authority: AUTHORITY,
      actor: 'bench',
      occurredAt: { date: this.date, time: null, zone: 'Europe/Paris' },
      recordedAt: `${this.date}T20:00:00.000Z`,
      $correlationId: id,
      $causationId: id,
      salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    return { id, type, data, metadata };
  }
}

const LATE = {
  rule: 'R12.notice',
  reason: 'Urgence.',
  found: 'Convoquée deux jours francs avant la séance.',
};
const REPEALED = { on: null, effectiveFrom: null, byNumber: null, byAffair: null, by: null, note: null };

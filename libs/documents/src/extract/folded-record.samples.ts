import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  NO_COUNTS,
  NO_NAMES,
  affairAggregate,
  quorumNow,
  resultOf,
  rollNow,
  sessionAggregate,
  type AffairEvent,
  type AffairState,
  type BallotMethod,
  type BallotOutcome,
  type CandidateVotes,
  type Certification,
  type ExtractSubject,
  type Member,
  type Report,
  type SessionEvent,
  type SessionState,
  type Stated,
} from '@registre/deliberation';
import type { OccurredAt } from '@registre/platform';

/** Where the examples lie that the project may read and not hold. */
export const SHARED_EXAMPLES = fileURLToPath(new URL('../../../../../shared/examples/', import.meta.url));
/** The project's own. */
export const OWN_EXAMPLES = fileURLToPath(new URL('../../../exchange/examples/', import.meta.url));

/** A text of the shared examples; undefined, said loudly, where the folder is absent. */
export function sharedText(path: string): string | undefined {
  if (existsSync(SHARED_EXAMPLES + path)) return readFileSync(SHARED_EXAMPLES + path, 'utf8');
  console.warn(`SKIPPED: ${SHARED_EXAMPLES}${path} is absent; nothing is compared with it.`);
  return undefined;
}

/** As much of a session record as these samples need. */
export interface SampleRecord {
  readonly authority: { readonly key: string; readonly name: string; readonly timezone: string };
  readonly body: { readonly key: string; readonly members: readonly Partial<Member>[] | null };
  readonly session: {
    readonly date: string;
    readonly openedAt?: string | null;
    readonly closedAt?: string | null;
    readonly chair: string;
    readonly secretaries?: readonly string[] | null;
    readonly stated?: Partial<Stated> | null;
    readonly attendance: readonly { readonly member: string; readonly status: string }[];
    readonly proxies?: readonly { readonly giver: string; readonly bearer: string }[] | null;
    readonly movements?:
      | readonly {
          readonly member: string;
          readonly when: { readonly at: string; readonly afterAffair: string };
        }[]
      | null;
  };
  readonly affairs: readonly SampleAffair[];
}

interface SampleAffair extends Partial<Report> {
  readonly key: string;
  readonly order: number | null;
  readonly number: string | null;
  readonly subject: string;
  readonly report?: string;
  readonly stated?: Partial<Stated>;
  readonly annexes?: readonly { readonly title: string }[];
  readonly ballots: readonly SampleBallot[];
  readonly outcome: 'adopted' | 'postponed';
  readonly outcomeReason?: string;
  readonly proclaimed?: string | null;
  readonly decidingBallots?: readonly number[] | null;
  readonly extract?: Certification;
}

interface SampleBallot {
  readonly question?: string;
  readonly method: BallotMethod | null;
  readonly secrecyWaived?: boolean;
  readonly round?: number;
  readonly counts: object | null;
  readonly named: object | null;
  readonly candidates?: readonly Partial<CandidateVotes>[];
  readonly outcome: BallotOutcome;
  readonly proclaimed: string | null;
}

/** The séance of a record, its papers, and what a template is given of an affair. */
export interface FoldedRecord {
  readonly session: SessionState;
  readonly papers: ReadonlyMap<string, AffairState>;
  readonly subjectOf: (key: string) => ExtractSubject;
  readonly certificationOf: (key: string) => Certification | null;
}

/** Folds the events that a record tells, in the order of the séance. */
export function foldedRecord(record: SampleRecord): FoldedRecord {
  const seance = new Seance(record.authority.timezone);
  openSeance(seance, record);
  for (const affair of record.affairs) {
    takeAffair(seance, affair);
    for (const { member, when } of record.session.movements ?? []) {
      if (when.afterAffair === affair.key) {
        seance.apply({ type: 'MemberLeft', data: { member, reason: null } }, when.at);
      }
    }
  }
  seance.apply(
    { type: 'SessionClosed', data: { sheets: 'unknown', entries: null } },
    record.session.closedAt ?? null,
  );
  const papers = new Map(record.affairs.map((affair) => [affair.key, paperOf(affair)]));
  const session = seance.state;
  const authority = record.authority.key;
  return {
    session,
    papers,
    subjectOf: (key) => ({
      authority,
      affair: key,
      sheet: null,
      session,
      paper: papers.get(key) ?? affairAggregate.initial,
      ofNumber: [],
    }),
    certificationOf: (key) => record.affairs.find((affair) => affair.key === key)?.extract ?? null,
  };
}

class Seance {
  state: SessionState = sessionAggregate.initial;
  constructor(private readonly zone: string) {}

  apply(event: SessionEvent, at: string | null = null): void {
    this.state = sessionAggregate.evolve(this.state, event, this.occurredAt(at));
  }

  private occurredAt(at: string | null): OccurredAt {
    const [date = null, time = null] = at?.split('T') ?? [];
    return { date, time, zone: this.zone };
  }
}

const UNKNOWN_MEMBER = {
  givenName: null,
  civility: null,
  formOfAddress: null,
  office: null,
  group: null,
  birthDate: null,
  mandateFrom: null,
  mandateUntil: null,
  substituteOf: null,
};

const NOTHING_STATED: Stated = {
  inOffice: null,
  present: null,
  represented: null,
  excused: null,
  absent: null,
  voters: null,
  quorumRequired: null,
  quorumReached: null,
  substitutesPresent: null,
};

function openSeance(seance: Seance, { authority, body, session }: SampleRecord): void {
  const members = body.members?.map((one) => ({ ...UNKNOWN_MEMBER, ...one })) ?? null;
  const { key: _, ...described } = authority;
  const { key, members: __, ...constituted } = body;
  const bodyAtSession = {
    authority: { siren: null, siret: null, kind: null, population: null, department: null, ...described },
    numbering: 'body',
    inOffice: null,
    template: null,
    ...constituted,
    seats: members,
  };
  const convened = { kind: null, public: null, place: null, convenedOn: null, secondConvocation: null };
  const stated = session.stated ? { ...NOTHING_STATED, ...session.stated } : null;
  const lists = {
    attendance: [],
    proxies: session.proxies ? [] : null,
    movements: session.movements ? [] : null,
    secretaries: session.secretaries ? [] : null,
  };
  const data = { ...convened, ...session, body: key, bodyAtSession };
  seance.apply({ type: 'SessionConvened', data } as unknown as SessionEvent);
  const opened = { bodyAtSession, stated, ...lists };
  seance.apply({ type: 'SessionOpened', data: opened } as unknown as SessionEvent, session.openedAt ?? null);
  for (const { member, status } of session.attendance) {
    const type = { present: 'MemberPresent', excused: 'MemberExcused', absent: 'MemberAbsent' }[status];
    seance.apply({ type, data: { member, mode: null } } as SessionEvent);
  }
  for (const proxy of session.proxies ?? []) {
    seance.apply({ type: 'ProxyGiven', data: { ...proxy, givenOn: null, reason: null } });
  }
  seance.apply({ type: 'ChairTaken', data: { member: session.chair, reason: null } });
  for (const member of session.secretaries ?? []) {
    seance.apply({ type: 'SecretaryAppointed', data: { member } });
  }
}

function takeAffair(seance: Seance, record: SampleAffair): void {
  const { key: affair, order, subject, outcomeReason: reason = null } = record;
  const stated = record.stated ? { ...NOTHING_STATED, ...record.stated } : null;
  seance.apply({ type: 'AffairPlacedOnAgenda', data: { affair, key: affair, order, subject } });
  if (record.outcome === 'postponed') {
    seance.apply({ type: 'AffairPostponed', data: { affair, reason, stated, proclaimed: null } });
    return;
  }
  const quorum = quorumNow(seance.state);
  seance.apply({ type: 'AffairCalled', data: { affair, quorum, stated, recusals: null } });
  const ballots = record.ballots.map((ballot, place) =>
    holdBallot(seance, affair, `${affair}-${place + 1}`, ballot),
  );
  const deciding = record.decidingBallots?.map((place) => `${affair}-${place}`);
  seance.apply({
    type: 'AffairDecided',
    data: {
      affair,
      outcome: 'adopted',
      proclaimed: record.proclaimed ?? null,
      computed: null,
      decidingBallots: deciding ?? ballots,
    },
  });
}

function holdBallot(seance: Seance, affair: string, id: string, record: SampleBallot): string {
  const { question = null, method, secrecyWaived = null, round = null, outcome, proclaimed } = record;
  const candidates =
    record.candidates?.map((one) => ({
      member: null,
      name: null,
      votes: null,
      elected: null,
      seats: null,
      persons: null,
      ...one,
    })) ?? null;
  const roll = rollNow(seance.state, affair, null);
  const opened = {
    ballot: id,
    affair,
    question,
    method,
    secrecyWaived,
    waiver: null,
    round,
    candidates,
    positions: null,
    accounts: false,
    roll,
  };
  seance.apply({ type: 'BallotOpened', data: opened });
  const counts = { ...NO_COUNTS, ...record.counts };
  const hands = {
    counts,
    named: { ...NO_NAMES, ...record.named },
    candidates,
    papers: null,
    stated: null,
    rest: null,
  };
  const { tally, computed } = resultOf(
    { roll, round, method, chair: seance.state.chair, accounts: false, positions: null },
    { votes: {}, counted: hands },
    seance.state.bodyAtSession,
  );
  const closed = { ballot: id, tally, computed, declared: { outcome, proclaimed } };
  seance.apply({ type: 'BallotClosed', data: closed });
  return id;
}

function paperOf({ number, annexes, report: text, ...record }: SampleAffair): AffairState {
  const report: Report = {
    subject: record.subject,
    classification: record.classification ?? null,
    references: record.references ?? null,
    rapporteur: record.rapporteur ?? null,
    delegation: record.delegation ?? null,
    text: text ?? null,
    format: 'text',
    citations: record.citations ?? null,
    recitals: record.recitals ?? null,
    articles: record.articles ?? null,
    budget: record.budget ?? null,
    subsidies: record.subsidies ?? null,
  };
  const events: AffairEvent[] = [
    { type: 'ReportSubmitted', data: { session: 's', report, annexes: annexes ? [] : null } },
    ...(annexes ?? []).map(({ title }) => ({
      type: 'AnnexAttached' as const,
      data: { title, file: null, sha256: null },
    })),
    ...(number === null ? [] : [{ type: 'AffairNumbered' as const, data: { session: 's', number } }]),
  ];
  const nowhere: OccurredAt = { date: null, time: null, zone: 'Europe/Paris' };
  return events.reduce(
    (state, event) => affairAggregate.evolve(state, event, nowhere),
    affairAggregate.initial,
  );
}

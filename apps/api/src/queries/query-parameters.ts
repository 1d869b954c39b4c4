import {
  AUTHORITY_KINDS,
  BODY_KINDS,
  FATE_KINDS,
  IsBodyKey,
  IsCalendarDate,
  IsRef,
  type AuthorityKind,
  type BodyKind,
  type FateKind,
  type Outcome,
} from '@registre/deliberation';
import type { MemberPart, RegisterOrder } from '@registre/projections';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

/** `stream@revision`, as a command answers it. */
export const AFTER_TOKEN = /^[a-z]+-[a-z0-9]{2,40}_[^@]{1,120}@\d{1,15}$/;

const STREAM = /^[a-z]+-[a-z0-9]{2,40}_[^@]{1,120}$/;

const OUTCOMES = ['adopted', 'rejected', 'noted', 'postponed', 'withdrawn'] as const satisfies Outcome[];

const MEMBER_PARTS = ['rapporteur', 'voter', 'recused', 'chair'] as const satisfies MemberPart[];

/** What may be left out; a whole number where it is given, though an address holds only text. */
const IsOptionalInt =
  (least: number, most: number): PropertyDecorator =>
  (target, property) => {
    Max(most)(target, property);
    Min(least)(target, property);
    IsInt()(target, property);
    Type(() => Number)(target, property);
    IsOptional()(target, property);
  };

/** A civil year. */
const IsYear = () => IsOptionalInt(1790, 9999);

/** How many lines a page holds. */
const IsPageSize = () => IsOptionalInt(1, 500);

/** A point of the log: an ordinal, a day, or an instant with its zone; which it is, and whether it is one, is found later. */
const IsMoment = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  MaxLength(40)(target, property);
};

export class AfterQuery {
  /** Waits until this node has seen what was written: `stream@revision`, as a command answered it. */
  @IsOptional()
  @MaxLength(250)
  @Matches(AFTER_TOKEN)
  readonly after?: string;
}

export class AsKnownQuery extends AfterQuery {
  /** As it was known at that point of the log: an ordinal, a day (its end), or an instant with its zone. */
  @IsMoment()
  readonly asKnownAt?: string;
}

export class AffairQuery extends AsKnownQuery {
  /** Says whether the act is in effect on that day, by what was known of it. */
  @IsOptional()
  @IsCalendarDate()
  readonly inEffectAt?: string;
}

export class PageQuery extends AfterQuery {
  /** From where to go on: `next` of the page before. */
  @IsOptional()
  @MaxLength(300)
  readonly cursor?: string;

  /** The most that a page holds. */
  @IsPageSize()
  readonly limit: number = 50;
}

/** Which lines of the register are wanted. */
export class RegisterFilterQuery extends AfterQuery {
  /** Key of a body. */
  @IsOptional()
  @IsBodyKey()
  readonly body?: string;

  /** Civil year of the séance. */
  @IsYear()
  readonly year?: number;

  /** The séance was on that day or later. */
  @IsOptional()
  @IsCalendarDate()
  readonly from?: string;

  /** The séance was on that day or before. */
  @IsOptional()
  @IsCalendarDate()
  readonly until?: string;

  @IsOptional()
  @IsIn(OUTCOMES)
  readonly outcome?: Outcome;

  /** Whether the extract is certified. */
  @IsOptional()
  @IsIn(['yes', 'no'])
  readonly certified?: 'yes' | 'no';

  /** Whether an irregularity is recorded, of the act or of its whole séance. */
  @IsOptional()
  @IsIn(['yes', 'no'])
  readonly irregular?: 'yes' | 'no';

  /** What became of the act later: that; `any`: something; `none`: nothing that is recorded. */
  @IsOptional()
  @IsIn([...FATE_KINDS, 'any', 'none'])
  readonly fate?: FateKind | 'any' | 'none';

  /** By date, séance and order; the same from its end; or by the authority's own numbers. */
  @IsOptional()
  @IsIn(['register', 'latest', 'number'])
  readonly order?: RegisterOrder;

  /** As it was known at that point of the log: an ordinal, a day (its end), or an instant with its zone. */
  @IsMoment()
  readonly asKnownAt?: string;

  /** Says of each act whether it is in effect on that day, by what was known of it. */
  @IsOptional()
  @IsCalendarDate()
  readonly inEffectAt?: string;
}

export class RegisterQuery extends RegisterFilterQuery {
  /** From where to go on: `next` of the page before. */
  @IsOptional()
  @MaxLength(300)
  readonly cursor?: string;

  /** How many lines are passed over; not with a cursor. */
  @IsOptionalInt(0, 1e9)
  readonly offset?: number;

  /** The most that a page holds. */
  @IsPageSize()
  readonly limit: number = 50;
}

export class ChangesQuery extends PageQuery {
  /** Key of a body. */
  @IsOptional()
  @IsBodyKey()
  readonly body?: string;

  /** The earlier point of the log: an ordinal, a day (its end), or an instant with its zone; absent: its beginning. */
  @IsMoment()
  readonly from?: string;

  /** The later point; absent: its end. */
  @IsMoment()
  readonly until?: string;
}

/** What of the history an export holds. */
export class EventsExportQuery extends AfterQuery {
  @IsOptional()
  @IsUUID()
  readonly affair?: string;

  @IsOptional()
  @IsUUID()
  readonly session?: string;

  @IsOptional()
  @Matches(/^[A-Z][A-Za-z]{2,60}$/)
  readonly type?: string;

  @IsOptional()
  @MaxLength(200)
  readonly actor?: string;

  /** Name of a stream. */
  @IsOptional()
  @Matches(STREAM)
  readonly stream?: string;

  /** Learned at that point of the log or later: an ordinal, a day (its beginning), or an instant with its zone. */
  @IsMoment()
  readonly from?: string;

  /** Learned at that point of the log or before: an ordinal, a day (its end), or an instant with its zone. */
  @IsMoment()
  readonly until?: string;

  /** It was true on that day or later; what has no day is left out. */
  @IsOptional()
  @IsCalendarDate()
  readonly occurredFrom?: string;

  /** It was true on that day or before. */
  @IsOptional()
  @IsCalendarDate()
  readonly occurredUntil?: string;

  /** `true`: only what corrects another event. */
  @IsOptional()
  @IsIn(['true'])
  readonly corrections?: 'true';

  /** `true`: only what was recorded despite a rule. */
  @IsOptional()
  @IsIn(['true'])
  readonly irregular?: 'true';
}

export class EventsQuery extends EventsExportQuery {
  /** From where to go on: `next` of the page before. */
  @IsOptional()
  @MaxLength(300)
  readonly cursor?: string;

  /** The most that a page holds. */
  @IsPageSize()
  readonly limit: number = 50;

  /** From the first event on, or from the last one back. */
  @IsOptional()
  @IsIn(['forward', 'backward'])
  readonly direction: 'forward' | 'backward' = 'forward';
}

export class EventsSummaryQuery extends EventsExportQuery {
  /** Spread by the register’s clock, or by the days on which things were true. */
  @IsOptional()
  @IsIn(['recorded', 'occurred'])
  readonly by: 'recorded' | 'occurred' = 'recorded';
}

export class MomentsQuery extends AfterQuery {
  /** Of an act; of one thing at most, of the whole register without any. */
  @IsOptional()
  @IsUUID()
  readonly affair?: string;

  /** Of a closed séance. */
  @IsOptional()
  @IsUUID()
  readonly session?: string;

  /** Of a member, by ref. */
  @IsOptional()
  @IsRef()
  readonly member?: string;
}

export class SearchQuery extends PageQuery {
  /** Words, all of which are to be found; the last one may be unfinished. Accents and plurals do not matter. */
  @IsOptional()
  @MaxLength(300)
  readonly q?: string;

  /** Key of a body. */
  @IsOptional()
  @IsBodyKey()
  readonly body?: string;

  /** The séance was on that day or later. */
  @IsOptional()
  @IsCalendarDate()
  readonly from?: string;

  /** The séance was on that day or before. */
  @IsOptional()
  @IsCalendarDate()
  readonly until?: string;

  @IsOptional()
  @IsIn(OUTCOMES)
  readonly outcome?: Outcome;

  /** ref of a member who reported on it; or, of closed séances, voted on it by name, kept out of it or presided. */
  @IsOptional()
  @IsRef()
  readonly member?: string;

  /** Which of these the member did; absent: any. */
  @IsOptional()
  @IsIn(MEMBER_PARTS)
  readonly memberAs?: MemberPart;

  /** A class of subjects and all below it: `7.5` finds `7.5.1`. */
  @IsOptional()
  @MaxLength(40)
  readonly classification?: string;

  /** Euros: one of the amounts of its budget or subsidies is that or more. */
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1e12)
  readonly amountFrom?: number;

  /** Euros: the same amount is that or less. */
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1e12)
  readonly amountUntil?: number;
}

export class MemberQuery extends PageQuery {
  /** Key of a body. */
  @IsOptional()
  @IsBodyKey()
  readonly body?: string;

  /** Civil year of the séances. */
  @IsYear()
  readonly year?: number;
}

export class PastMemberQuery extends MemberQuery {
  /** As it was known at that point of the log: an ordinal, a day (its end), or an instant with its zone. */
  @IsMoment()
  readonly asKnownAt?: string;
}

/** What of a member's record an export holds. */
export class MemberExportQuery extends AfterQuery {
  /** Key of a body. */
  @IsOptional()
  @IsBodyKey()
  readonly body?: string;

  /** Civil year of the séances. */
  @IsYear()
  readonly year?: number;
}

export class StatsQuery extends AfterQuery {
  /** Key of a body. */
  @IsOptional()
  @IsBodyKey()
  readonly body?: string;

  /** Civil year of the séances. */
  @IsYear()
  readonly year?: number;

  /** First level of the classification, e.g. `7`; `none`: affairs without one. It selects affairs, not séances. */
  @IsOptional()
  @Matches(/^[^.\s]{1,20}$/)
  readonly subject?: string;

  /** Whether a line is a year or a month. */
  @IsOptional()
  @IsIn(['year', 'month'])
  readonly by: 'year' | 'month' = 'year';
}

export class DelaysQuery extends PageQuery {
  /** The day that is asked about; absent: today, in the authority's zone. */
  @IsOptional()
  @IsCalendarDate()
  readonly on?: string;
}

export class DeadlinesQuery extends AfterQuery {
  /** The day of the séance. */
  @IsCalendarDate()
  readonly date!: string;
}

export class RulesQuery {
  /** The day that is asked about; absent: today, in Paris. */
  @IsOptional()
  @IsCalendarDate()
  readonly on?: string;

  /** Kind of authority; absent: not known, and then no rule is. */
  @IsOptional()
  @IsIn(AUTHORITY_KINDS)
  readonly kind?: AuthorityKind;

  /** Kind of the body that sits. */
  @IsOptional()
  @IsIn(BODY_KINDS)
  readonly body: BodyKind = 'council';

  /** Inhabitants, of a commune; absent: not known. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  readonly population?: number;

  /** Three characters, as ACTES writes it; absent: not known. */
  @IsOptional()
  @Matches(/^[0-9AB]{3}$/)
  readonly department?: string;
}

export class AffairsQuery extends AfterQuery {
  /** An id, the authority's own number, or `RECORD/KEY` of an imported record. */
  @MaxLength(200)
  readonly reference!: string;
}

export class ExtractQuery extends AfterQuery {
  @IsOptional()
  @IsIn(['text', 'json'])
  readonly format: 'text' | 'json' = 'text';
}

export class JournalQuery extends AfterQuery {
  /** The most that a page holds. */
  @IsPageSize()
  readonly limit: number = 50;

  /** Number of an entry: only those before it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly before?: number;
}

export class EntryQuery {
  /** A one-time link's token. */
  @IsOptional()
  @MaxLength(4096)
  readonly jeton?: string;
}

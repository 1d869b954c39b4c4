import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ballotStream } from '@registre/event-store';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsCount, IsRef, IsText, OrNull } from '../command/validation.js';
import { knownVotes } from '../rules/tally.js';
import { ballotAggregate, type BallotEvent, type BallotState } from './ballot.js';
import { requireVoting } from './cast-vote.js';
import { CELLS, type CandidateVotes, type Counts, type Named } from './tally.js';

/** Votes by choice; null or absent: not counted, never 0. */
export class CountsBody {
  @IsOptional() @IsCount() readonly for?: number | null;
  @IsOptional() @IsCount() readonly against?: number | null;
  @IsOptional() @IsCount() readonly abstentions?: number | null;
  @IsOptional() @IsCount() readonly notTakingPart?: number | null;
}

const RefsOrNull = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property as string);
  IsArray()(target, property as string);
  ArrayMaxSize(1000)(target, property as string);
  ArrayUnique()(target, property as string);
  IsRef({ each: true })(target, property as string);
};

/** Whose votes they are, by choice; null or absent: nobody is named. */
export class NamedBody {
  @RefsOrNull() readonly for?: string[] | null;
  @RefsOrNull() readonly against?: string[] | null;
  @RefsOrNull() readonly abstentions?: string[] | null;
  @RefsOrNull() readonly notTakingPart?: string[] | null;
}

export class CandidateVotesBody {
  @IsOptional() @IsRef() readonly member?: string | null;
  @IsOptional() @IsText(300) readonly name?: string | null;
  @OrNull() @IsCount() readonly votes!: number | null;
  @IsOptional() @IsBoolean() readonly elected?: boolean | null;
}

export class CountHandsBody extends CommandBody {
  @IsOptional()
  @ValidateNested()
  @Type(() => CountsBody)
  readonly counts?: CountsBody | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => NamedBody)
  readonly named?: NamedBody | null;

  /** The votes of each candidate, in an election. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CandidateVotesBody)
  readonly candidates?: CandidateVotesBody[] | null;
}

export class CountHands {
  constructor(
    readonly context: CommandContext,
    readonly ballot: string,
    readonly body: CountHandsBody,
  ) {}
}

/** Records what was counted. More votes than voters is impossible; names that do not fit it are irregular (R18). */
export function countHands(state: BallotState, { body }: CountHands): readonly BallotEvent[] {
  requireVoting(state);
  if (Object.keys(state.votes).length > 0) {
    throw impossible('ballot.votes-cast', 'Des votes nominatifs ont déjà été reçus dans ce scrutin.');
  }
  if (state.hands !== null) throw impossible('ballot.counted', 'Ce scrutin a déjà été dépouillé.');
  const counts = countsOf(body.counts);
  const named = namedOf(body.named);
  const candidates = candidatesOf(state, body.candidates ?? null);
  requireWithinRoll(state, counts, candidates);
  requireOneVoteEach(named);
  const irregular = excuse(brokenByNames(state, counts, named), body.despite);
  return [{ type: 'HandsCounted', data: { counts, named, candidates, ...irregular } }];
}

const countsOf = (body: CountsBody | null | undefined): Counts => ({
  for: body?.for ?? null,
  against: body?.against ?? null,
  abstentions: body?.abstentions ?? null,
  notTakingPart: body?.notTakingPart ?? null,
});

const namedOf = (body: NamedBody | null | undefined): Named => ({
  for: body?.for ?? null,
  against: body?.against ?? null,
  abstentions: body?.abstentions ?? null,
  notTakingPart: body?.notTakingPart ?? null,
});

function candidatesOf(
  state: BallotState,
  given: readonly CandidateVotesBody[] | null,
): readonly CandidateVotes[] | null {
  const running = state.candidates;
  if (running === null && given === null) return null;
  if (running === null || given === null || given.length !== running.length) {
    throw impossible(
      'ballot.candidates',
      'Le dépouillement doit porter sur les candidats du scrutin.',
      'candidates',
    );
  }
  return given.map((one, place) => {
    const member = one.member ?? null;
    const name = one.name ?? null;
    if (!running.some((candidate) => candidate.member === member && candidate.name === name)) {
      const message = `« ${name ?? member ?? ''} » n’est pas candidat dans ce scrutin.`;
      throw impossible('ballot.candidates', message, `candidates.${place}`);
    }
    return { member, name, votes: one.votes, elected: one.elected ?? null };
  });
}

function requireWithinRoll(
  { roll }: BallotState,
  counts: Counts,
  candidates: readonly CandidateVotes[] | null,
): void {
  const votes =
    knownVotes(counts) + (candidates ?? []).reduce((sum, { votes: given }) => sum + (given ?? 0), 0);
  if (roll?.size == null || votes <= roll.size) return;
  const message = `${votes} voix comptées pour ${roll.size} votants.`;
  throw impossible('R14.above-roll', message, candidates === null ? 'counts' : 'candidates');
}

function requireOneVoteEach(named: Named): void {
  const seats = CELLS.flatMap((cell) => named[cell] ?? []);
  const twice = seats.find((seat, place) => seats.indexOf(seat) !== place);
  if (twice !== undefined) {
    throw impossible('vote.twice', `« ${twice} » est nommé(e) dans deux votes.`, 'named');
  }
}

function brokenByNames({ roll }: BallotState, counts: Counts, named: Named): BrokenRule[] {
  const complete = roll?.seats != null && roll.size !== null;
  return CELLS.flatMap((cell) => {
    const names = named[cell];
    if (names === null) return [];
    const broken: BrokenRule[] = [];
    const strangers = complete ? names.filter((name) => !roll.seats?.some(({ seat }) => seat === name)) : [];
    if (strangers.length > 0) {
      const message = `Ne votent pas dans ce scrutin : ${strangers.join(', ')}.`;
      broken.push({ rule: 'R18.named-on-roll', message, field: `named.${cell}` });
    }
    if (counts[cell] !== null && counts[cell] !== names.length) {
      const message = `${names.length} nom(s) pour ${counts[cell]} voix.`;
      broken.push({ rule: 'R18.named-counts', message, field: `named.${cell}` });
    }
    return broken;
  });
}

@CommandHandler(CountHands)
export class CountHandsHandler implements ICommandHandler<CountHands, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: CountHands): Promise<Accepted> {
    const { context, ballot, body } = command;
    return this.runner.change({
      aggregate: ballotAggregate,
      stream: ballotStream(context.authority, ballot),
      context,
      session: (voting) => voting.session,
      occurredAt: body.occurredAt,
      decide: (voting) => countHands(voting, command),
    });
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
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
import type { BallotEvent, BallotState } from './ballot.js';
import { changeBallot } from './change-ballot.js';
import { requireVoting } from './cast-vote.js';
import { CELLS, namesAll, type CandidateVotes, type Counts, type Named } from './tally.js';

/** Votes by choice; null or absent: not counted, never 0. */
export class CountsBody {
  @IsOptional() @IsCount() readonly for?: number | null;
  @IsOptional() @IsCount() readonly against?: number | null;
  @IsOptional() @IsCount() readonly abstentions?: number | null;
  @IsOptional() @IsCount() readonly notTakingPart?: number | null;
}

const RefsOrNull = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  IsArray()(target, property);
  ArrayMaxSize(1000)(target, property);
  ArrayUnique()(target, property);
  IsRef({ each: true })(target, property);
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

/**
 * Records what was counted. More votes than voters is impossible; votes that are missing, and names that do not fit,
 * are irregular (R18).
 */
export function countHands(state: BallotState, { body }: CountHands): readonly BallotEvent[] {
  requireVoting(state);
  if (Object.keys(state.votes).length > 0) {
    throw impossible('ballot.votes-cast', 'Des votes nominatifs ont déjà été reçus dans ce scrutin.');
  }
  if (state.counted !== null) throw impossible('ballot.counted', 'Ce scrutin a déjà été dépouillé.');
  const counts = countsOf(body.counts);
  const named = namedOf(body.named);
  const candidates = candidatesOf(state, body.candidates ?? null);
  requireWithinRoll(state, counts, candidates);
  requireOneVoteEach(named);
  const broken = [...votesMissing(state, counts, candidates), ...brokenByNames(state, counts, named)];
  const irregular = excuse(broken, body.despite);
  return [{ type: 'HandsCounted', data: { counts, named, candidates, stated: null, ...irregular } }];
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
  const left = [...running];
  return given.map((one, place) => {
    const member = one.member ?? null;
    const name = one.name ?? null;
    const found = left.findIndex((candidate) => candidate.member === member && candidate.name === name);
    if (found === -1) {
      const message = `« ${name ?? member ?? ''} » n’est pas candidat dans ce scrutin, ou y est compté deux fois.`;
      throw impossible('ballot.candidates', message, `candidates.${place}`);
    }
    left.splice(found, 1);
    return { member, name, votes: one.votes, elected: one.elected ?? null, seats: null, persons: null };
  });
}

function requireWithinRoll(
  { roll }: BallotState,
  counts: Counts,
  candidates: readonly CandidateVotes[] | null,
): void {
  const votes = votesCounted(counts, candidates);
  if (roll?.size == null || votes <= roll.size) return;
  const message = `${votes} voix comptées pour ${roll.size} votants.`;
  throw impossible('R14.above-roll', message, candidates === null ? 'counts' : 'candidates');
}

// In an election the votes for the candidates are those expressed: « for » and « against » may say them again.
function votesCounted(counts: Counts, candidates: readonly CandidateVotes[] | null): number {
  const forCandidates = (candidates ?? []).reduce((sum, { votes }) => sum + (votes ?? 0), 0);
  const expressed = Math.max(forCandidates, (counts.for ?? 0) + (counts.against ?? 0));
  return expressed + (counts.abstentions ?? 0) + (counts.notTakingPart ?? 0);
}

function votesMissing(
  { roll }: BallotState,
  counts: Counts,
  candidates: readonly CandidateVotes[] | null,
): BrokenRule[] {
  const allKnown = candidates === null && CELLS.every((cell) => counts[cell] !== null);
  if (!allKnown || roll?.size == null || !roll.exact || knownVotes(counts) === roll.size) return [];
  const message = `${knownVotes(counts)} voix comptées, NPPV compris, pour ${roll.size} votants.`;
  return [{ rule: 'R18.sum', message, field: 'counts' }];
}

function requireOneVoteEach(named: Named): void {
  const seats = CELLS.flatMap((cell) => named[cell] ?? []);
  const twice = seats.find((seat, place) => seats.indexOf(seat) !== place);
  if (twice !== undefined) {
    throw impossible('vote.twice', `« ${twice} » est nommé(e) dans deux votes.`, 'named');
  }
}

function brokenByNames({ roll }: BallotState, counts: Counts, named: Named): BrokenRule[] {
  const seats = roll !== null && namesAll(roll) ? new Set(roll.seats?.map(({ seat }) => seat)) : null;
  return CELLS.flatMap((cell) => {
    const names = named[cell];
    if (names === null) return [];
    const broken: BrokenRule[] = [];
    const strangers = seats === null ? [] : names.filter((name) => !seats.has(name));
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
    return changeBallot(this.runner, command, (voting) => countHands(voting, command));
  }
}

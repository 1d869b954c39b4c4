import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IfGiven } from '../command/validation.js';
import { knownVotes, tallyOf, type Given } from '../rules/tally.js';
import type { BallotEvent, BallotState } from './ballot.js';
import { changeBallot } from './change-ballot.js';
import { CountedBody, countsOf, NamedBody, namedOf } from './counted-body.js';
import { candidatesOf, requireWithinRoll, seatsBroken, statedBroken } from './counting.js';
import { requirePublic, requireUncounted, requireVoting } from './preconditions.js';
import {
  CELLS,
  namesAll,
  RESTS,
  type CandidateVotes,
  type Counts,
  type Named,
  type Rest,
  type Roll,
} from './tally.js';

export class CountHandsBody extends CountedBody {
  @IsOptional()
  @ValidateNested()
  @Type(() => NamedBody)
  readonly named?: NamedBody | null;

  /** « The others voted so »: all those on the roll whom the other choices do not name or count. */
  @IfGiven()
  @IsIn(RESTS)
  readonly restFor?: Rest;
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
  requirePublic(state);
  requireUncounted(state);
  const counts = countsOf(body.counts);
  const named = namedOf(body.named);
  const candidates = candidatesOf(state, body.candidates ?? null);
  const rest = body.restFor ?? null;
  const { expressed = null, majority = null } = body;
  const stated = expressed === null && majority === null ? null : { expressed, majority };
  requireWithinRoll(state, { counts, candidates, papers: null });
  requireOneVoteEach(named);
  if (rest !== null) requireRest(state, rest, counts, named);
  const broken = [
    ...votesMissing(state, counts, candidates),
    ...brokenByNames(state, counts, named),
    ...seatsBroken(state, candidates),
    ...(stated === null
      ? []
      : statedBroken(stated, expressedIn(state, { counts, named, candidates, stated, rest }))),
  ];
  const irregular = excuse(broken, body.despite);
  return [{ type: 'HandsCounted', data: { counts, named, candidates, stated, rest, ...irregular } }];
}

const expressedIn = (state: BallotState, given: Omit<Given, 'papers'>): number | null =>
  tallyOf({ ...given, papers: null }, state.roll ?? UNKNOWN_ROLL, state.positions).expressed;

const UNKNOWN_ROLL: Roll = { seats: null, size: null, exact: false };

// What is said of the rest is deduced from the roll: it must be known, and not be said twice.
function requireRest({ roll, candidates }: BallotState, rest: Rest, counts: Counts, named: Named): void {
  if (candidates !== null) {
    throw impossible('ballot.for-candidates', 'Ce scrutin élit : on n’y vote pas pour ou contre.', 'restFor');
  }
  if (roll?.size == null || !roll.exact) {
    const message = 'Le nombre des votants n’est pas connu exactement : le reste ne s’en déduit pas.';
    throw impossible('rest.roll', message, 'restFor');
  }
  if (counts[rest] !== null || named[rest] !== null) {
    throw impossible('rest.counted', 'Les voix du reste sont déjà données.', 'restFor');
  }
  const others = CELLS.reduce((sum, cell) => sum + Math.max(counts[cell] ?? 0, named[cell]?.length ?? 0), 0);
  if (others > roll.size) {
    throw impossible('R14.above-roll', `${others} voix pour ${roll.size} votants.`, 'named');
  }
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

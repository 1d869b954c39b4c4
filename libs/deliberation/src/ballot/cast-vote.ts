import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible, notFound } from '@registre/platform';
import { IsIn } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IfGiven, IsRef } from '../command/validation.js';
import type { BallotEvent, BallotState } from './ballot.js';
import { changeBallot } from './change-ballot.js';
import { CHOICES, namesAll, type Choice, type Roll } from './tally.js';

export class CastVoteBody extends CommandBody {
  /** Whose vote it is: the giver, for a vote by proxy. */
  @IsRef()
  readonly seat!: string;

  /** Who casts it; absent: whoever the roll says. */
  @IfGiven()
  @IsRef()
  readonly voter?: string;

  @IsIn(CHOICES)
  readonly choice!: Choice;
}

export class CastVote {
  constructor(
    readonly context: CommandContext,
    readonly ballot: string,
    readonly body: CastVoteBody,
  ) {}
}

/** Casts the vote of one seat, once, by name, in a public ballot. */
export function castVote(state: BallotState, { body }: CastVote): readonly BallotEvent[] {
  requireVoting(state);
  const { seat, voter, choice } = body;
  if (state.counted !== null)
    throw impossible('ballot.counted', 'Les mains ont déjà été comptées dans ce scrutin.');
  if (state.candidates !== null) {
    throw impossible('ballot.for-candidates', 'Ce scrutin élit : on n’y vote pas pour ou contre.');
  }
  requireNotRecused(state, seat, 'seat');
  if (voter !== undefined) requireNotRecused(state, voter, 'voter');
  const onRoll = voterOf(state.roll, seat);
  if (voter !== undefined && onRoll !== null && voter !== onRoll) {
    throw impossible('R10.not-the-bearer', `Seul « ${onRoll} » vote pour « ${seat} ».`, 'voter');
  }
  if (Object.hasOwn(state.votes, seat)) throw impossible('vote.twice', `« ${seat} » a déjà voté.`, 'seat');
  const size = state.roll?.size ?? Infinity;
  if (Object.keys(state.votes).length >= size) {
    throw impossible('R14.above-roll', `Les ${size} votants de ce scrutin ont déjà tous voté.`, 'seat');
  }
  excuse([], body.despite);
  return [{ type: 'VoteCast', data: { seat, voter: voter ?? onRoll, choice } }];
}

/** @throws Refusal unless the ballot is open */
export function requireVoting(state: BallotState): void {
  if (state.status === 'none') throw notFound('unknown-ballot', 'Ce scrutin n’existe pas.');
  if (state.status === 'closed') throw impossible('ballot.closed', 'Ce scrutin est clos.');
}

function requireNotRecused({ recused }: BallotState, ref: string, field: string): void {
  if (recused?.includes(ref) !== true) return;
  const message = `« ${ref} » s’est déporté(e) de cette affaire et ne prend pas part à son vote (L2131-11).`;
  throw impossible('R19.recused', message, field);
}

// On a roll that does not name all its seats, one that is not named may vote.
function voterOf(roll: Roll | null, seat: string): string | null {
  const found = roll?.seats?.find((one) => one.seat === seat);
  if (found !== undefined) return found.voter;
  if (roll === null || !namesAll(roll)) return null;
  throw impossible('vote.not-on-roll', `« ${seat} » ne vote pas dans ce scrutin.`, 'seat');
}

@CommandHandler(CastVote)
export class CastVoteHandler implements ICommandHandler<CastVote, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: CastVote): Promise<Accepted> {
    return changeBallot(this.runner, command, (voting) => castVote(voting, command));
  }
}

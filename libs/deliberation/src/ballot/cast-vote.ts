import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { IsIn } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IfGiven, IsRef } from '../command/validation.js';
import type { BallotEvent, BallotState } from './ballot.js';
import { changeBallot } from './change-ballot.js';
import {
  requireBearer,
  requireNotRecused,
  requirePublic,
  requireUncounted,
  requireVoting,
  voterOnRoll,
} from './preconditions.js';
import { CHOICES, type Choice } from './tally.js';

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
  requirePublic(state);
  requireUncounted(state);
  if (state.candidates !== null) {
    throw impossible('ballot.for-candidates', 'Ce scrutin élit : on n’y vote pas pour ou contre.');
  }
  requireNotRecused(state, seat, 'seat');
  if (voter !== undefined) requireNotRecused(state, voter, 'voter');
  const onRoll = voterOnRoll(state.roll, seat);
  requireBearer(seat, onRoll, voter);
  if (Object.hasOwn(state.votes, seat)) throw impossible('vote.twice', `« ${seat} » a déjà voté.`, 'seat');
  const size = state.roll?.size ?? Infinity;
  if (Object.keys(state.votes).length >= size) {
    throw impossible('R14.above-roll', `Les ${size} votants de ce scrutin ont déjà tous voté.`, 'seat');
  }
  excuse([], body.despite);
  return [{ type: 'VoteCast', data: { seat, voter: voter ?? onRoll, choice } }];
}

@CommandHandler(CastVote)
export class CastVoteHandler implements ICommandHandler<CastVote, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: CastVote): Promise<Accepted> {
    return changeBallot(this.runner, command, (voting) => castVote(voting, command), { together: true });
  }
}

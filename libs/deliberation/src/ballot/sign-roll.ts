import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
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
  requireSecret,
  requireUncounted,
  requireVoting,
  voterOnRoll,
} from './preconditions.js';

export class SignRollBody extends CommandBody {
  /** Whose vote was put in the box: the giver, for a vote by proxy. */
  @IsRef()
  readonly seat!: string;

  /** Who signs; absent: whoever the roll says. */
  @IfGiven()
  @IsRef()
  readonly voter?: string;
}

export class SignRoll {
  constructor(
    readonly context: CommandContext,
    readonly ballot: string,
    readonly body: SignRollBody,
  ) {}
}

/**
 * Émargement: the seat has voted in a secret ballot, once. Nothing is said of what it voted, here or in an id, and
 * the box is counted once, after the last signature: no order tells it either (R17).
 */
export function signRoll(state: BallotState, { body }: SignRoll): readonly BallotEvent[] {
  requireVoting(state);
  requireSecret(state);
  requireUncounted(state);
  const { seat, voter } = body;
  requireNotRecused(state, seat, 'seat');
  if (voter !== undefined) requireNotRecused(state, voter, 'voter');
  const onRoll = voterOnRoll(state.roll, seat);
  requireBearer(seat, onRoll, voter);
  if (state.signed.includes(seat)) {
    throw impossible('signature.twice', `« ${seat} » a déjà émargé.`, 'seat');
  }
  const size = state.roll?.size ?? Infinity;
  if (state.signed.length >= size) {
    throw impossible('R14.above-roll', `Les ${size} votants de ce scrutin ont déjà tous émargé.`, 'seat');
  }
  excuse([], body.despite);
  return [{ type: 'VoterSigned', data: { seat, voter: voter ?? onRoll } }];
}

@CommandHandler(SignRoll)
export class SignRollHandler implements ICommandHandler<SignRoll, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: SignRoll): Promise<Accepted> {
    return changeBallot(this.runner, command, (voting) => signRoll(voting, command), { together: true });
  }
}

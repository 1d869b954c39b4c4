import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ballotStream, sessionStream } from '@registre/event-store';
import { impossible, notFound } from '@registre/platform';
import { ballotAggregate, type BallotEvent, type BallotState } from '../ballot/ballot.js';
import { requireVoting } from '../ballot/preconditions.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner, requireUnchanged } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText, OrNull } from '../command/validation.js';
import { CloseBallotInSession } from '../processes/close-ballot.js';
import { OpenVoting, withoutExpectation } from '../processes/open-voting.js';
import { VoidBallotInSession } from '../processes/void-ballot.js';
import { changeSession } from './change-session.js';
import { pendingAffair, requireOpen } from './preconditions.js';
import { sessionAggregate, type BallotInSession, type SessionEvent, type SessionState } from './session.js';

export class VoidBallotBody extends CommandBody {
  /** Null: not known. */
  @OrNull()
  @IsText(1000)
  readonly reason!: string | null;
}

export class VoidBallot {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly ballot: string,
    readonly body: VoidBallotBody,
  ) {}
}

/** Stops the vote: what was cast is kept, and counts for nothing. */
export function voidVoting(state: BallotState, { body }: VoidBallot): readonly BallotEvent[] {
  requireVoting(state);
  return [{ type: 'VotingVoided', data: { reason: body.reason, ...excuse([], body.despite) } }];
}

/** Declares a closed ballot void, while its affair is not dealt with: it then decides nothing. */
export function voidBallot(state: SessionState, { ballot: id, body }: VoidBallot): readonly SessionEvent[] {
  const ballot = ballotOf(state, id);
  requireOpen(state);
  if (ballot.voided !== null) throw impossible('ballot.void', 'Ce scrutin a déjà été annulé.');
  if (ballot.affair !== null) pendingAffair(state, ballot.affair);
  const irregular = excuse([], body.despite);
  return [{ type: 'BallotVoided', data: { ballot: id, reason: body.reason, ...irregular } }];
}

function ballotOf(state: SessionState, id: string): BallotInSession {
  const ballot = state.ballots.find((one) => one.id === id);
  if (ballot === undefined) throw notFound('unknown-ballot', 'Ce scrutin n’existe pas dans cette séance.');
  return ballot;
}

@CommandHandler(VoidBallot)
export class VoidBallotHandler implements ICommandHandler<VoidBallot, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly openVoting: OpenVoting,
    private readonly closeInSession: CloseBallotInSession,
    private readonly voidInSession: VoidBallotInSession,
  ) {}

  async execute(command: VoidBallot): Promise<Accepted> {
    const { context, session, ballot: id, body } = command;
    const held = await this.runner.load(sessionAggregate, sessionStream(context.authority, session));
    ballotOf(held.state, id);
    await this.openVoting.complete(context, session, id);
    const stream = ballotStream(context.authority, id);
    const { state: voting } = await this.runner.load(ballotAggregate, stream);
    if (voting.status === 'closed') {
      await this.closeInSession.complete(context, id);
      return changeSession(this.runner, command, (state) => voidBallot(state, command));
    }
    const stopped = await this.runner.change({
      aggregate: ballotAggregate,
      stream,
      context: withoutExpectation(context),
      session,
      occurredAt: body.occurredAt,
      decide: (state) => {
        requireUnchanged(context, sessionStream(context.authority, session), held.revision);
        return voidVoting(state, command);
      },
    });
    return (await this.voidInSession.complete(context, id)) ?? stopped;
  }
}

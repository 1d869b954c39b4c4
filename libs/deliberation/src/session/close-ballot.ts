import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ballotStream, sessionStream } from '@registre/event-store';
import { impossible, notFound } from '@registre/platform';
import { IsIn, IsOptional } from 'class-validator';
import { ballotAggregate, type BallotEvent, type BallotState } from '../ballot/ballot.js';
import type { BallotOutcome, ComputedResult } from '../ballot/tally.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { CloseBallotInSession, resultOf } from '../processes/close-ballot.js';
import { resultLong } from '../wording/index.js';
import { sessionAggregate, type BallotInSession } from './session.js';

export class CloseBallotBody extends CommandBody {
  /** The result as the chair or the source declares it; null or absent: it does not. */
  @IsOptional()
  @IsIn(['adopted', 'rejected', 'elected', 'no-majority'])
  readonly outcome?: BallotOutcome | null;

  /** In its own words. */
  @IsOptional()
  @IsText(2000)
  readonly proclaimed?: string | null;
}

export class CloseBallot {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly ballot: string,
    readonly body: CloseBallotBody,
  ) {}
}

/** Seals the votes. A declared result that the votes do not give is irregular (R14). */
export function closeVoting(
  state: BallotState,
  ballot: BallotInSession,
  { body }: CloseBallot,
): readonly BallotEvent[] {
  if (state.status === 'closed') throw impossible('ballot.closed', 'Ce scrutin est déjà clos.');
  const { computed } = resultOf(ballot, state);
  const declared = { outcome: body.outcome ?? null, proclaimed: body.proclaimed ?? null };
  const irregular = excuse(disagreement(computed, declared.outcome), body.despite);
  return [{ type: 'VotingClosed', data: { declared, ...irregular } }];
}

function disagreement(computed: ComputedResult | null, declared: BallotOutcome | null): BrokenRule[] {
  if (computed === null || declared === null || computed.outcome === declared) return [];
  const said = resultLong({ outcome: declared, unanimous: null });
  const message = `Le décompte donne « ${resultLong(computed)} » et le résultat déclaré est « ${said} ».`;
  return [{ rule: 'R14.outcome', message, field: 'outcome' }];
}

@CommandHandler(CloseBallot)
export class CloseBallotHandler implements ICommandHandler<CloseBallot, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly inSession: CloseBallotInSession,
  ) {}

  async execute(command: CloseBallot): Promise<Accepted> {
    const { context, session, ballot: id, body } = command;
    const { state } = await this.runner.load(sessionAggregate, sessionStream(context.authority, session));
    const ballot = state.ballots.find((one) => one.id === id);
    if (ballot === undefined) throw notFound('unknown-ballot', 'Ce scrutin n’existe pas dans cette séance.');
    const sealed = await this.runner.change({
      aggregate: ballotAggregate,
      stream: ballotStream(context.authority, id),
      context,
      session,
      occurredAt: body.occurredAt,
      decide: (voting) => closeVoting(voting, ballot, command),
    });
    return (await this.inSession.complete(context, id)) ?? sealed;
  }
}

import { Injectable } from '@nestjs/common';
import { ballotStream, sessionStream } from '@registre/event-store';
import { ballotAggregate, type BallotState } from '../ballot/ballot.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { resultOf } from '../session/ballot-result.js';
import { sessionAggregate, type SessionEvent, type SessionState } from '../session/session.js';
import { withoutExpectation } from './open-voting.js';

/**
 * The second half of closing a ballot: its tally and computed result enter the séance. Follows VotingClosed; may
 * be run by several at once and any number of times.
 */
@Injectable()
export class CloseBallotInSession {
  constructor(private readonly runner: CommandRunner) {}

  async complete(context: CommandContext, ballot: string): Promise<Accepted | undefined> {
    const { state: voting } = await this.runner.load(
      ballotAggregate,
      ballotStream(context.authority, ballot),
    );
    const { session, closed } = voting;
    if (session === null || closed === null) return undefined;
    return this.runner.change({
      aggregate: sessionAggregate,
      stream: sessionStream(context.authority, session),
      context: withoutExpectation(context),
      session,
      occurredAt: closed.at,
      follows: `ballot-closed:${ballot}`,
      decide: (state) => ballotClosed(state, ballot, voting),
    });
  }
}

function ballotClosed(state: SessionState, id: string, voting: BallotState): readonly SessionEvent[] {
  const ballot = state.ballots.find((one) => one.id === id);
  if (ballot === undefined || ballot.closed !== null || voting.closed === null) return [];
  const { declared } = voting.closed;
  const { irregularities } = voting;
  const { tally, computed } = resultOf(ballot, voting, state.bodyAtSession);
  const irregular = irregularities.length === 0 ? {} : { irregularities };
  return [{ type: 'BallotClosed', data: { ballot: id, tally, computed, declared, ...irregular } }];
}

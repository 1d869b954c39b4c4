import { Injectable } from '@nestjs/common';
import { ballotStream, sessionStream } from '@registre/event-store';
import { ballotAggregate } from '../ballot/ballot.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { sessionAggregate, type SessionEvent } from '../session/session.js';
import { withoutExpectation } from './open-voting.js';

/**
 * The second half of voiding a ballot while it was open: the séance goes on without it. Follows VotingVoided; may be
 * run by several at once and any number of times.
 */
@Injectable()
export class VoidBallotInSession {
  constructor(private readonly runner: CommandRunner) {}

  async complete(context: CommandContext, ballot: string): Promise<Accepted | undefined> {
    const { state: voting } = await this.runner.load(
      ballotAggregate,
      ballotStream(context.authority, ballot),
    );
    const { session, voided, irregularities } = voting;
    if (session === null || voided === null) return undefined;
    const irregular = irregularities.length === 0 ? {} : { irregularities };
    return this.runner.change({
      aggregate: sessionAggregate,
      stream: sessionStream(context.authority, session),
      context: withoutExpectation(context),
      session,
      occurredAt: voided.at,
      follows: `ballot-voided:${ballot}`,
      decide: (state): readonly SessionEvent[] => {
        const held = state.ballots.find(({ id }) => id === ballot);
        if (held === undefined || held.voided !== null) return [];
        return [{ type: 'BallotVoided', data: { ballot, reason: voided.reason, ...irregular } }];
      },
    });
  }
}

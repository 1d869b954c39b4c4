import { Injectable } from '@nestjs/common';
import { ballotStream, sessionStream } from '@registre/event-store';
import { ballotAggregate, type BallotEvent } from '../ballot/ballot.js';
import type { CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { recusalsOf, sessionAggregate } from '../session/session.js';

/**
 * The second half of opening a ballot: its own stream, with the frozen roll. Follows BallotOpened; may be run by
 * several at once and any number of times.
 */
@Injectable()
export class OpenVoting {
  constructor(private readonly runner: CommandRunner) {}

  async complete(context: CommandContext, session: string, ballot: string): Promise<void> {
    const { state } = await this.runner.load(sessionAggregate, sessionStream(context.authority, session));
    const opened = state.ballots.find(({ id }) => id === ballot);
    if (opened === undefined) return;
    const { affair, method, candidates, positions, roll } = opened;
    const recused = recusalsOf(state, affair)?.map(({ member }) => member) ?? null;
    await this.runner.change({
      aggregate: ballotAggregate,
      stream: ballotStream(context.authority, ballot),
      context: withoutExpectation(context),
      session,
      occurredAt: opened.openedAt,
      follows: `voting-opened:${ballot}`,
      decide: (voting): readonly BallotEvent[] => {
        if (voting.status !== 'none') return [];
        const data = { session, affair, method, candidates, positions, roll, recused };
        return [{ type: 'VotingOpened', data }];
      },
    });
  }
}

/** What follows is no longer the client's edit: its `If-Match` was about the first stream. */
export function withoutExpectation({ ifMatch: _, ...context }: CommandContext): CommandContext {
  return context;
}

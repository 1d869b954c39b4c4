import { Injectable } from '@nestjs/common';
import { ballotStream, sessionStream } from '@registre/event-store';
import { ballotAggregate, type BallotState } from '../ballot/ballot.js';
import {
  CELLS,
  NO_COUNTS,
  NO_NAMES,
  type Cell,
  type Choice,
  type Counts,
  type Named,
} from '../ballot/tally.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { resultOfElection, resultOfVote, type ChairVote } from '../rules/result.js';
import { tallyOf } from '../rules/tally.js';
import {
  sessionAggregate,
  type BallotInSession,
  type SessionEvent,
  type SessionState,
} from '../session/session.js';
import { withoutExpectation } from './open-voting.js';

const CELL_OF: { readonly [choice in Choice]: Cell } = {
  for: 'for',
  against: 'against',
  abstention: 'abstentions',
  'not-taking-part': 'notTakingPart',
};

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
  const { tally, computed } = resultOf(ballot, voting);
  const irregular = irregularities.length === 0 ? {} : { irregularities };
  return [{ type: 'BallotClosed', data: { ballot: id, tally, computed, declared, ...irregular } }];
}

/** The tally and the computed result of a ballot from what was cast or counted. */
export function resultOf(
  ballot: Pick<BallotInSession, 'roll' | 'round' | 'chair' | 'accounts'>,
  voting: Pick<BallotState, 'votes' | 'counted' | 'candidates'>,
) {
  const { counts, named } = countedIn(voting);
  const { candidates = null, papers = null, stated = null } = voting.counted ?? {};
  const tally = { ...tallyOf(counts, named, candidates, ballot.roll), papers, stated };
  const computed =
    candidates === null
      ? resultOfVote(tally.counts, ballot.roll, chairVote(named, ballot.chair))
      : resultOfElection(candidates, ballot.round);
  return { tally, computed };
}

function countedIn({ votes, counted }: Pick<BallotState, 'votes' | 'counted'>): {
  counts: Counts;
  named: Named;
} {
  if (counted !== null) return { counts: counted.counts, named: counted.named };
  const cast = Object.entries(votes);
  if (cast.length === 0) return { counts: NO_COUNTS, named: NO_NAMES };
  const voters = (cell: Cell) => cast.filter(([, choice]) => CELL_OF[choice] === cell).map(([seat]) => seat);
  const named = Object.fromEntries(CELLS.map((cell) => [cell, voters(cell)])) as unknown as Named;
  const counts = Object.fromEntries(CELLS.map((cell) => [cell, voters(cell).length])) as unknown as Counts;
  return { counts, named };
}

function chairVote(named: Named, chair: string | null): ChairVote {
  if (chair === null) return null;
  if (named.for?.includes(chair)) return 'for';
  if (named.against?.includes(chair)) return 'against';
  const votedOtherwise = named.abstentions?.includes(chair) || named.notTakingPart?.includes(chair);
  return votedOtherwise || (named.for !== null && named.against !== null) ? 'neither' : null;
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ballotStream, sessionStream } from '@registre/event-store';
import { notFound } from '@registre/platform';
import { IsIn, IsOptional } from 'class-validator';
import { ballotAggregate, type BallotEvent, type BallotState } from '../ballot/ballot.js';
import { requireVoting } from '../ballot/preconditions.js';
import type { BallotOutcome, CandidateVotes, ComputedResult, Roll } from '../ballot/tally.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner, requireUnchanged } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { CloseBallotInSession } from '../processes/close-ballot.js';
import { OpenVoting, withoutExpectation } from '../processes/open-voting.js';
import { resultLong } from '../wording/index.js';
import { resultOf } from './ballot-result.js';
import { sessionAggregate, type BallotInSession, type BodyAtSession } from './session.js';

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

/** Seals the votes. Votes that are missing, and a declared result that they do not give, are irregular (R14, R18). */
export function closeVoting(
  state: BallotState,
  ballot: BallotInSession,
  { body }: CloseBallot,
  bodyAtSession: BodyAtSession | null,
): readonly BallotEvent[] {
  requireVoting(state);
  const { tally, computed } = resultOf(ballot, state, bodyAtSession);
  const declared = { outcome: body.outcome ?? null, proclaimed: body.proclaimed ?? null };
  const broken = [
    ...votesMissing(ballot.roll, state),
    ...disagreement(computed, declared.outcome),
    ...electedBroken(computed, tally.candidates),
  ];
  const irregular = excuse(broken, body.despite);
  return [{ type: 'VotingClosed', data: { declared, ...irregular } }];
}

// One who was on the roll and cast no vote has not said « ne prend pas part au vote » either.
function votesMissing({ seats, size, exact }: Roll, { votes }: BallotState): BrokenRule[] {
  const cast = Object.keys(votes).length;
  if (cast === 0 || size === null || !exact || cast === size) return [];
  const silent = seats?.map(({ seat }) => seat).filter((seat) => !Object.hasOwn(votes, seat)) ?? [];
  const who = silent.length === size - cast ? ` N’ont pas voté : ${silent.join(', ')}.` : '';
  return [{ rule: 'R18.sum', message: `${cast} voix reçues pour ${size} votants.${who}` }];
}

function disagreement(computed: ComputedResult | null, declared: BallotOutcome | null): BrokenRule[] {
  if (computed === null || declared === null || computed.outcome === declared) return [];
  const said = resultLong({ outcome: declared, unanimous: null });
  const message = `Le décompte donne « ${resultLong(computed)} » et le résultat déclaré est « ${said} ».`;
  return [{ rule: 'R14.outcome', message, field: 'outcome' }];
}

/** Those declared elected are those whom the votes elect (R16). */
function electedBroken(
  computed: ComputedResult | null,
  candidates: readonly CandidateVotes[] | null,
): BrokenRule[] {
  if (computed === null || candidates === null) return [];
  const winners = new Set(computed.elected);
  const disputed = candidates.filter(
    ({ elected }, place) => elected !== null && elected !== winners.has(place),
  );
  if (disputed.length === 0) return [];
  const who = disputed.map(({ member, name }) => name ?? member).join(', ');
  const message = `Les voix ne donnent pas les élus déclarés : ${who}.`;
  return [{ rule: 'R16.elected', message, field: 'candidates' }];
}

@CommandHandler(CloseBallot)
export class CloseBallotHandler implements ICommandHandler<CloseBallot, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly openVoting: OpenVoting,
    private readonly inSession: CloseBallotInSession,
  ) {}

  async execute(command: CloseBallot): Promise<Accepted> {
    const { context, session, ballot: id, body } = command;
    const held = await this.runner.load(sessionAggregate, sessionStream(context.authority, session));
    const ballot = held.state.ballots.find((one) => one.id === id);
    if (ballot === undefined) throw notFound('unknown-ballot', 'Ce scrutin n’existe pas dans cette séance.');
    await this.openVoting.complete(context, session, id);
    const sealed = await this.runner.change({
      aggregate: ballotAggregate,
      stream: ballotStream(context.authority, id),
      context: withoutExpectation(context),
      session,
      occurredAt: body.occurredAt,
      decide: (voting) => {
        requireUnchanged(context, sessionStream(context.authority, session), held.revision);
        return closeVoting(voting, ballot, command, held.state.bodyAtSession);
      },
    });
    return (await this.inSession.complete(context, id)) ?? sealed;
  }
}

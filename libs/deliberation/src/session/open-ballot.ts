import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { BALLOT_METHODS, type BallotMethod, type Candidate } from '../ballot/tally.js';
import { CommandBody } from '../command/command-body.js';
import { idOfCreated, type CommandContext, type Created } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IfGiven, IsCount, IsRef, IsText, OrNull } from '../command/validation.js';
import { OpenVoting } from '../processes/open-voting.js';
import { changeSession } from './change-session.js';
import { mannerBroken } from './manner-of-voting.js';
import { calledAffair, requireMember, requireNoOpenBallot, requireSitting } from './preconditions.js';
import { recusedChair } from './recuse-member.js';
import { rollNow } from './roll.js';
import type { SessionEvent, SessionState } from './session.js';

export class CandidateBody {
  /** ref of a member of the body; null or absent for a list or a person from outside. */
  @IsOptional()
  @IsRef()
  readonly member?: string | null;

  /** Name of the list or of the person from outside. */
  @IsOptional()
  @IsText(300)
  readonly name?: string | null;
}

export class OpenBallotBody extends CommandBody {
  /** Null: a ballot of the séance itself, e.g. on the manner of voting (R21). */
  @OrNull()
  @IsUUID()
  readonly affair!: string | null;

  /** How the vote is taken; null: unknown. */
  @OrNull()
  @IsIn(BALLOT_METHODS)
  readonly method!: BallotMethod | null;

  /** What is put to the vote, where it is not the affair as a whole. */
  @IsOptional()
  @IsText(1000)
  readonly question?: string | null;

  /** For a nomination: the assembly gave up the secret ballot (L2121-21). */
  @IsOptional()
  @IsBoolean()
  readonly secrecyWaived?: boolean | null;

  /** The ballot of the séance by which it did: it must have been unanimous. */
  @IsOptional()
  @IsUUID()
  readonly waiver?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  readonly round?: number | null;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CandidateBody)
  readonly candidates?: CandidateBody[] | null;

  /** How many are to be elected; null or absent: a vote for or against, or not said. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly positions?: number | null;

  /** On the accounts (compte administratif, compte financier unique): a tie adopts them (L1612-12). */
  @IfGiven()
  @IsBoolean()
  readonly accounts?: boolean;

  /** Number of voters that the source states; absent: from the presence and the proxies. */
  @IsOptional()
  @IsCount()
  readonly roll?: number | null;

  /** Somebody came or went near it, and nobody says when: those who may vote are that many at most. */
  @IfGiven()
  @IsBoolean()
  readonly rollIsCeiling?: boolean;
}

export class OpenBallot {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: OpenBallotBody,
  ) {}
}

/**
 * Opens a ballot: the roll is frozen with it. One ballot is open at a time in a séance: whoever leaves or comes
 * would else change the roll of one and not of the other, and nobody could say in which of them a hand was raised.
 */
export function openBallot(
  state: SessionState,
  ballot: string,
  { body }: OpenBallot,
): readonly SessionEvent[] {
  requireSitting(state);
  requireNoOpenBallot(state);
  const { affair, accounts = false } = body;
  if (affair !== null) calledAffair(state, affair);
  const opening = openingOf(state, body);
  const options = {
    accountable: accounts ? state.openingChair : null,
    isCeiling: body.rollIsCeiling ?? false,
  };
  const roll = rollNow(state, affair, body.roll ?? null, options);
  const irregular = excuse([...recusedChair(state, affair), ...mannerBroken(state, opening)], body.despite);
  return [{ type: 'BallotOpened', data: { ballot, ...opening, roll, ...irregular } }];
}

function openingOf(state: SessionState, body: OpenBallotBody) {
  const waiver = body.waiver ?? null;
  const candidates = candidatesOf(state, body.candidates);
  const positions = body.positions ?? null;
  if (positions !== null && candidates === null) {
    throw impossible(
      'ballot.positions',
      'Des postes sont à pourvoir et personne n’est candidat.',
      'positions',
    );
  }
  return {
    affair: body.affair,
    question: body.question ?? null,
    method: body.method,
    secrecyWaived: body.secrecyWaived ?? (waiver === null ? null : true),
    waiver,
    round: body.round ?? null,
    candidates,
    positions,
    accounts: body.accounts ?? false,
  };
}

function candidatesOf(state: SessionState, asked: OpenBallotBody['candidates']): readonly Candidate[] | null {
  const candidates =
    asked?.map(({ member, name }) => ({ member: member ?? null, name: name ?? null })) ?? null;
  for (const [place, { member, name }] of (candidates ?? []).entries()) {
    const field = `candidates.${place}`;
    if (member !== null) requireMember(state, member, `${field}.member`);
    if ((member === null) === (name === null)) {
      const message = 'Un candidat est ou bien un membre de l’instance, ou bien un nom.';
      throw impossible('candidate.member-or-name', message, field);
    }
    const first = candidates?.findIndex((one) => one.member === member && one.name === name);
    if (first !== place) throw impossible('candidate.twice', 'Ce candidat est nommé deux fois.', field);
  }
  return candidates;
}

@CommandHandler(OpenBallot)
export class OpenBallotHandler implements ICommandHandler<OpenBallot, Created> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly openVoting: OpenVoting,
  ) {}

  async execute(command: OpenBallot): Promise<Created> {
    const { context, session } = command;
    const id = idOfCreated(context, 'ballot');
    const accepted = await changeSession(this.runner, command, (state) => openBallot(state, id, command));
    await this.openVoting.complete(context, session, id);
    return { ...accepted, id };
  }
}

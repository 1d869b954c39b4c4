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
import type { Candidate } from '../ballot/tally.js';
import { CommandBody } from '../command/command-body.js';
import { idOfCreated, type CommandContext, type Created } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCount, IsRef, IsText, OrNull } from '../command/validation.js';
import { OpenVoting } from '../processes/open-voting.js';
import { changeSession } from './change-session.js';
import { calledAffair, requireMember, requireNoOpenBallot, requireOpen } from './preconditions.js';
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
  @IsIn(['show-of-hands', 'roll-call'])
  readonly method!: 'show-of-hands' | 'roll-call' | null;

  /** What is put to the vote, where it is not the affair as a whole. */
  @IsOptional()
  @IsText(1000)
  readonly question?: string | null;

  /** For a nomination: the assembly gave up the secret ballot (L2121-21). */
  @IsOptional()
  @IsBoolean()
  readonly secrecyWaived?: boolean | null;

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

  /** Number of voters that the source states; absent: from the presence and the proxies. */
  @IsOptional()
  @IsCount()
  readonly roll?: number | null;
}

export class OpenBallot {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: OpenBallotBody,
  ) {}
}

/** Opens a ballot: the roll is frozen with it. One ballot is open at a time in a séance. */
export function openBallot(
  state: SessionState,
  ballot: string,
  { body }: OpenBallot,
): readonly SessionEvent[] {
  requireOpen(state);
  requireNoOpenBallot(state);
  if (body.affair !== null) calledAffair(state, body.affair);
  return [
    {
      type: 'BallotOpened',
      data: {
        ballot,
        affair: body.affair,
        question: body.question ?? null,
        method: body.method,
        secrecyWaived: body.secrecyWaived ?? null,
        round: body.round ?? null,
        candidates: candidatesOf(state, body.candidates),
        positions: null,
        accounts: false,
        roll: rollNow(state, body.affair, body.roll ?? null),
        ...excuse(recusedChair(state, body.affair), body.despite),
      },
    },
  ];
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

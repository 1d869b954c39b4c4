import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsRef, IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { nameOf, pendingAffair, requireMember, requireNoOpenBallot, requireOpen } from './preconditions.js';
import {
  RECUSAL_GROUNDS,
  recusalsOf,
  type Recusal,
  type SessionEvent,
  type SessionState,
} from './session.js';

export class RecuseMemberBody extends CommandBody {
  @IsRef()
  readonly member!: string;

  /** Personal interest (L2131-11), or a seat held by designation in another body (L1111-6 II); null or absent: unknown. */
  @IsOptional()
  @IsIn(RECUSAL_GROUNDS)
  readonly ground?: Recusal['ground'];

  /** Whether the member left the room; null or absent: unknown. */
  @IsOptional()
  @IsBoolean()
  readonly left?: boolean | null;

  /** No private detail. */
  @IsOptional()
  @IsText(1000)
  readonly note?: string | null;
}

export class RecuseMember {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: RecuseMemberBody,
  ) {}
}

/**
 * A member keeps out of an affair (déport, L2131-11, R19), before it is discussed or while it is: the member neither
 * votes nor bears a proxy for it. Told again otherwise, what was told last holds.
 */
export function recuseMember(state: SessionState, { affair, body }: RecuseMember): readonly SessionEvent[] {
  requireOpen(state);
  requireNoOpenBallot(state);
  pendingAffair(state, affair);
  requireMember(state, body.member);
  const { member, ground = null, left = null, note = null } = body;
  const known = recusalsOf(state, affair)?.find((one) => one.member === member);
  const irregular = excuse([], body.despite);
  const same = known?.ground === ground && known.left === left && known.note === note;
  if (same) return [];
  return [{ type: 'MemberRecused', data: { affair, member, ground, left, note, ...irregular } }];
}

/** A recused member who still presides when the affair is voted on (R19). */
export function recusedChair(state: SessionState, affair: string | null): BrokenRule[] {
  const { chair } = state;
  const recused = recusalsOf(state, affair)?.some(({ member }) => member === chair) === true;
  if (chair === null || !recused) return [];
  const message = `${nameOf(state, chair)} s’est déporté(e) de cette affaire et ne peut pas en présider le vote (L2131-11).`;
  return [{ rule: 'R19.chair', message, field: 'affair' }];
}

@CommandHandler(RecuseMember)
export class RecuseMemberHandler implements ICommandHandler<RecuseMember, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RecuseMember): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => recuseMember(state, command));
  }
}

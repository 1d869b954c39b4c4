import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsUUID } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsRef, IsText, OrNull } from '../command/validation.js';
import { CLOSED_DOORS_RULES } from '../rules/closed-doors.js';
import { ruleInForce } from '../rules/rule-set.js';
import { changeSession } from './change-session.js';
import {
  closedBallot,
  convened,
  pendingAffair,
  regimeOfSession,
  requireMember,
  requireNoOpenBallot,
  requireSitting,
} from './preconditions.js';
import { isBehindClosedDoors, isKnownOut, type SessionEvent, type SessionState } from './session.js';

export class CloseDoorsBody extends CommandBody {
  /** The affair for which the public leaves; null: none in particular, or not known. */
  @OrNull()
  @IsUUID()
  readonly affair!: string | null;

  /** Members who asked for it; null: not known. */
  @OrNull()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(1000)
  @IsRef({ each: true })
  readonly requestedBy!: string[] | null;

  /** The ballot of the séance that agreed it; null: not known. */
  @OrNull()
  @IsUUID()
  readonly ballot!: string | null;

  /** No private detail. */
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}

export class CloseDoors {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: CloseDoorsBody,
  ) {}
}

/**
 * The public leaves (huis clos, R13, L2121-18). Asked for by too few of those present, or by a ballot that did not
 * agree by an absolute majority of those present or represented, it is irregular.
 */
export function closeDoors(state: SessionState, { body }: CloseDoors): readonly SessionEvent[] {
  requireSitting(state);
  requireNoOpenBallot(state);
  if (isBehindClosedDoors(state)) {
    throw impossible('doors.closed', 'La séance se tient déjà à huis clos.');
  }
  const { affair, requestedBy, ballot } = body;
  if (affair !== null) pendingAffair(state, affair);
  requestedBy?.forEach((ref, place) => requireMember(state, ref, `requestedBy.${place}`));
  const broken = [...tooFewAsked(state, body), ...(ballot === null ? [] : notAgreed(state, ballot))];
  const data = { affair, requestedBy, ballot, reason: body.reason ?? null };
  return [{ type: 'DoorsClosed', data: { ...data, ...excuse(broken, body.despite) } }];
}

function tooFewAsked(state: SessionState, { requestedBy }: CloseDoorsBody): BrokenRule[] {
  const rule = ruleInForce(CLOSED_DOORS_RULES, regimeOfSession(state), convened(state).date);
  if (rule === undefined || requestedBy === null) return [];
  const asking = requestedBy.filter((ref) => !isKnownOut(state, ref));
  // Where nobody is known to preside at the opening, one of those who ask may be the mayor or the president.
  const byHead = state.openingChair === null ? asking.length > 0 : asking.includes(state.openingChair);
  if (byHead || asking.length >= rule.value) return [];
  const message = `Le huis clos est demandé par ${asking.length} membre${asking.length > 1 ? 's' : ''} présent${asking.length > 1 ? 's' : ''} ; il en faut ${rule.value}, ou le président de l’assemblée (${rule.article}).`;
  return [{ rule: 'R13.requesters', message, field: 'requestedBy' }];
}

function notAgreed(state: SessionState, id: string): BrokenRule[] {
  const { closed, roll } = closedBallot(state, id);
  const inFavour = closed?.tally.counts.for ?? null;
  const rejected = closed?.computed?.outcome === 'rejected';
  const short = roll.exact && roll.size !== null && inFavour !== null && inFavour * 2 <= roll.size;
  if (!rejected && !short) return [];
  const found = inFavour === null || roll.size === null ? '' : ` : ${inFavour} pour, sur ${roll.size}`;
  const message = `Le huis clos n’a pas été décidé à la majorité absolue des présents ou représentés${found} (L2121-18).`;
  return [{ rule: 'R13.ballot', message, field: 'ballot' }];
}

@CommandHandler(CloseDoors)
export class CloseDoorsHandler implements ICommandHandler<CloseDoors, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: CloseDoors): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => closeDoors(state, command));
  }
}

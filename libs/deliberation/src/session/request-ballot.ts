import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsCount, IsRef, OrNull } from '../command/validation.js';
import { requestersNeeded } from '../rules/ballot-requests.js';
import { regimeOf } from '../rules/rule-set.js';
import { methodLong } from '../wording/index.js';
import { changeSession } from './change-session.js';
import { convened, nameOf, pendingAffair, requireMember, requireOpen } from './preconditions.js';
import { roomOf, type SessionEvent, type SessionState } from './session.js';

export class RequestBallotBody extends CommandBody {
  /** Null: for a ballot of the séance itself. */
  @OrNull()
  @IsUUID()
  readonly affair!: string | null;

  @IsIn(['roll-call', 'secret'])
  readonly method!: 'roll-call' | 'secret';

  /** Null: nobody is named. */
  @OrNull()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(1000)
  @IsRef({ each: true })
  readonly requestedBy!: string[] | null;

  /** How many they are, as it was said; null: not known. */
  @OrNull()
  @IsCount()
  readonly count!: number | null;
}

export class RequestBallot {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: RequestBallotBody,
  ) {}
}

/** Members ask for a manner of voting. Too few of those present, or another number than are named, is irregular (R16). */
export function requestBallot(state: SessionState, { body }: RequestBallot): readonly SessionEvent[] {
  requireOpen(state);
  const { affair, method, requestedBy, count } = body;
  if (affair !== null) pendingAffair(state, affair);
  requestedBy?.forEach((ref, place) => requireMember(state, ref, `requestedBy.${place}`));
  const away = awayOf(state, affair, requestedBy);
  const askers = requestedBy === null ? count : requestedBy.length - away.length;
  const needed = neededNow(state, body);
  const sufficient = needed === null || askers === null ? null : askers >= needed;
  const broken: BrokenRule[] = [];
  if (sufficient === false) {
    const absent =
      away.length === 0
        ? ''
        : ` Ne sont pas en séance : ${away.map((ref) => nameOf(state, ref)).join(', ')}.`;
    const message = `${methodLong(method)} : ${askers} demandeur(s) présent(s), ${needed} requis.${absent}`;
    broken.push({ rule: 'R16.requesters', message, field: 'requestedBy' });
  }
  if (count !== null && requestedBy !== null && count !== requestedBy.length) {
    const message = `${requestedBy.length} demandeur(s) nommé(s) et ${count} annoncé(s).`;
    broken.push({ rule: 'R16.requesters-count', message, field: 'count' });
  }
  const irregular = excuse(broken, body.despite);
  return [
    { type: 'BallotRequested', data: { affair, method, requestedBy, count, sufficient, ...irregular } },
  ];
}

function awayOf(
  state: SessionState,
  affair: string | null,
  requestedBy: readonly string[] | null,
): readonly string[] {
  const { present } = roomOf(state, affair);
  return present === null ? [] : (requestedBy ?? []).filter((ref) => !present.includes(ref));
}

function neededNow(state: SessionState, { method, affair }: RequestBallotBody): number | null {
  const { bodyAtSession, date } = convened(state);
  const regime = regimeOf(bodyAtSession.authority.kind, bodyAtSession.kind);
  return requestersNeeded(method, regime, date, roomOf(state, affair).present?.length ?? null);
}

@CommandHandler(RequestBallot)
export class RequestBallotHandler implements ICommandHandler<RequestBallot, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RequestBallot): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => requestBallot(state, command));
  }
}

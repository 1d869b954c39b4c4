import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sessionStream } from '@registre/event-store';
import { impossible } from '@registre/platform';
import { IsIn, IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsCalendarDate, IsRef, OrNull } from '../command/validation.js';
import { consecutiveSessions, isUnlimited, proxiesPerBearer } from '../rules/proxies.js';
import { regimeOf } from '../rules/rule-set.js';
import { changeSession } from './change-session.js';
import { brokenByMandate, convened, nameOf, requireMember, requireNotOver } from './preconditions.js';
import { OtherSessions, type EarlierProxy } from './other-sessions.js';
import { isKnownOut, presentNow, sessionAggregate, type SessionEvent, type SessionState } from './session.js';

export class GiveProxyBody extends CommandBody {
  /** Whose vote it is. */
  @IsRef()
  readonly giver!: string;

  /** Who votes in the giver's name; null: unknown. */
  @OrNull()
  @IsRef()
  readonly bearer!: string | null;

  /** Date of the written proxy. */
  @IsOptional()
  @IsCalendarDate()
  readonly givenOn?: string | null;

  /** Kind only, no private detail; illness lifts the limit of three séances. */
  @IsOptional()
  @IsIn(['illness', 'maternity', 'other'])
  readonly reason?: 'illness' | 'maternity' | 'other' | null;
}

export class GiveProxy {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: GiveProxyBody,
  ) {}
}

/**
 * A member gives another a written proxy (R10, L2121-20), before the opening too. One that no longer stands hinders no other.
 *
 * @param earlier the giver's proxies at the séances just before; null: not known
 */
export function giveProxy(
  state: SessionState,
  earlier: readonly EarlierProxy[] | null,
  { body }: GiveProxy,
): readonly SessionEvent[] {
  requireNotOver(state);
  const { giver, bearer } = body;
  requireMember(state, giver, 'giver');
  if (bearer !== null) requireMember(state, bearer, 'bearer');
  if (giver === bearer) throw impossible('R10.giver-is-bearer', 'Nul ne peut se donner pouvoir.', 'bearer');
  const irregular = excuse(
    [...brokenByProxy(state, giver, bearer), ...tooLong(state, earlier, body)],
    body.despite,
  );
  const proxy = { giver, bearer, givenOn: body.givenOn ?? null, reason: body.reason ?? null };
  return [{ type: 'ProxyGiven', data: { ...proxy, ...irregular } }];
}

function brokenByProxy(state: SessionState, giver: string, bearer: string | null): BrokenRule[] {
  const broken = [giver, bearer].flatMap((ref) =>
    ref === null ? [] : brokenByMandate(state, ref, ref === giver ? 'giver' : 'bearer'),
  );
  const present = presentNow(state);
  const given = (state.standingProxies ?? []).some((proxy) => proxy.giver === giver);
  if (present?.includes(giver)) {
    const message = `${nameOf(state, giver)} est dans la salle : pas de pouvoir à donner.`;
    broken.push({ rule: 'R10.giver-absent', message, field: 'giver' });
  }
  if (given) {
    const message = `${nameOf(state, giver)} a déjà donné pouvoir.`;
    broken.push({ rule: 'R10.one-per-giver', message, field: 'giver' });
  }
  if (bearer === null) return broken;
  if (isKnownOut(state, bearer)) {
    const message = `${nameOf(state, bearer)} n’est pas dans la salle et ne peut pas porter de pouvoir.`;
    broken.push({ rule: 'R10.bearer-present', message, field: 'bearer' });
  }
  return [...broken, ...tooManyBorne(state, giver, bearer)];
}

// Séances for which the limit was lifted break the row.
function tooLong(
  state: SessionState,
  earlier: readonly EarlierProxy[] | null,
  { giver, reason = null }: GiveProxyBody,
): BrokenRule[] {
  const { bodyAtSession, date } = convened(state);
  const most = consecutiveSessions(regimeOf(bodyAtSession.authority.kind, bodyAtSession.kind), date);
  if (most === undefined || earlier === null || isUnlimited(reason, date)) return [];
  const lifted = earlier.findIndex((one) => isUnlimited(one.reason, one.date));
  const inRow = lifted === -1 ? earlier.length : lifted;
  if (inRow < most.value) return [];
  const message = `${nameOf(state, giver)} a été représenté(e) aux ${most.value} séances précédentes, le maximum hors maladie (${most.article}).`;
  return [{ rule: 'R10.three-sessions', message, field: 'giver' }];
}

function tooManyBorne(state: SessionState, giver: string, bearer: string): BrokenRule[] {
  const { bodyAtSession, date } = convened(state);
  const most = proxiesPerBearer(regimeOf(bodyAtSession.authority.kind, bodyAtSession.kind), date);
  const others = (state.standingProxies ?? []).filter((proxy) => proxy.giver !== giver);
  const borne = others.filter((proxy) => proxy.bearer === bearer).length;
  if (most === undefined || borne < most.value) return [];
  const message = `${nameOf(state, bearer)} porte déjà ${borne} pouvoir${borne > 1 ? 's' : ''}, le maximum ce jour-là (${most.article}).`;
  return [{ rule: 'R10.one-per-bearer', message, field: 'bearer' }];
}

@CommandHandler(GiveProxy)
export class GiveProxyHandler implements ICommandHandler<GiveProxy, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly otherSessions: OtherSessions,
  ) {}

  async execute(command: GiveProxy): Promise<Accepted> {
    const { authority } = command.context;
    const { state } = await this.runner.load(sessionAggregate, sessionStream(authority, command.session));
    const { body, date: before } = convened(state);
    const { giver } = command.body;
    const earlier = await this.otherSessions.earlierProxies({ authority, body, giver, before });
    return changeSession(this.runner, command, (session) => giveProxy(session, earlier, command));
  }
}

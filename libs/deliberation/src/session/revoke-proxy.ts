import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { IsOptional } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { nameOf, requireNotOver } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class RevokeProxyBody extends CommandBody {
  /** Null or absent: the giver gives none. */
  @IsOptional()
  @IsText(500)
  readonly reason?: string | null;
}

export class RevokeProxy {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly giver: string,
    readonly body: RevokeProxyBody,
  ) {}
}

/** A proxy ends: it is revocable at any time (R10, L2121-20). The roll of a ballot that is open stays as it was. */
export function revokeProxy(state: SessionState, { giver, body }: RevokeProxy): readonly SessionEvent[] {
  requireNotOver(state);
  if (state.standingProxies?.some((proxy) => proxy.giver === giver) !== true) {
    throw impossible('proxy.none', `${nameOf(state, giver)} n’a pas de pouvoir en cours.`, 'giver');
  }
  const irregular = excuse([], body.despite);
  return [{ type: 'ProxyRevoked', data: { giver, reason: body.reason ?? null, ...irregular } }];
}

@CommandHandler(RevokeProxy)
export class RevokeProxyHandler implements ICommandHandler<RevokeProxy, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RevokeProxy): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => revokeProxy(state, command));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsRef } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { brokenByMandate, nameOf, requireMember, requireOpen } from './preconditions.js';
import { isKnownOut, type SessionEvent, type SessionState } from './session.js';

export class AppointSecretaryBody extends CommandBody {
  @IsRef()
  readonly member!: string;
}

export class AppointSecretary {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: AppointSecretaryBody,
  ) {}
}

/** Appoints a secretary of the séance (L2121-15); one who is known not to be in the room is irregular. */
export function appointSecretary(state: SessionState, { body }: AppointSecretary): readonly SessionEvent[] {
  requireOpen(state);
  requireMember(state, body.member);
  if (state.secretaries?.includes(body.member)) return [];
  const out = isKnownOut(state, body.member);
  const message = `${nameOf(state, body.member)} n’est pas dans la salle et ne peut pas être secrétaire.`;
  const broken = [
    ...(out ? [{ rule: 'presence.secretary', message, field: 'member' }] : []),
    ...brokenByMandate(state, body.member),
  ];
  const irregular = excuse(broken, body.despite);
  return [{ type: 'SecretaryAppointed', data: { member: body.member, ...irregular } }];
}

@CommandHandler(AppointSecretary)
export class AppointSecretaryHandler implements ICommandHandler<AppointSecretary, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: AppointSecretary): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => appointSecretary(state, command));
  }
}

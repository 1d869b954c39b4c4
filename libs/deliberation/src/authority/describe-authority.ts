import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityStream } from '@registre/event-store';
import { notFound } from '@registre/platform';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { authorityAggregate, type AuthorityEvent, type AuthorityState } from './authority.js';
import { brokenByIdentity, descriptionOf, differing } from './description.js';
import type { RegisterAuthorityBody } from './register-authority.js';

export class DescribeAuthority {
  constructor(
    readonly context: CommandContext,
    readonly body: RegisterAuthorityBody,
  ) {}
}

/**
 * The authority is described anew, whole: séances convened or opened afterwards go by it. The same description changes
 * nothing; a SIREN or SIRET that cannot be right is irregular.
 */
export function describeAuthority(
  state: AuthorityState,
  { context, body }: DescribeAuthority,
): readonly AuthorityEvent[] {
  const { description: before } = state;
  if (before === null) {
    throw notFound('unknown-authority', `Aucune collectivité « ${context.authority} ».`);
  }
  const description = descriptionOf(body);
  if (differing(before, description).length === 0) return [];
  const irregular = excuse(brokenByIdentity(context.authority, description), body.despite);
  return [{ type: 'AuthorityDescribed', data: { ...description, ...irregular } }];
}

@CommandHandler(DescribeAuthority)
export class DescribeAuthorityHandler implements ICommandHandler<DescribeAuthority, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: DescribeAuthority): Promise<Accepted> {
    const { context, body } = command;
    return this.runner.change({
      aggregate: authorityAggregate,
      stream: authorityStream(context.authority),
      context,
      occurredAt: body.occurredAt,
      decide: (state) => describeAuthority(state, command),
    });
  }
}

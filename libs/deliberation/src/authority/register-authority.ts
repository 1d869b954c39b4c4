import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityStream } from '@registre/event-store';
import { impossible } from '@registre/platform';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText, IsZone } from '../command/validation.js';
import {
  AUTHORITY_KINDS,
  authorityAggregate,
  type AuthorityEvent,
  type AuthorityKind,
  type AuthorityState,
} from './authority.js';
import { brokenByIdentity, descriptionOf, differing } from './description.js';

export class RegisterAuthorityBody extends CommandBody {
  @IsText(300)
  readonly name!: string;

  /** IANA name of the zone in which its times are told, e.g. `Europe/Paris`. */
  @IsZone()
  readonly timezone!: string;

  @IsOptional()
  @Matches(/^\d{9}$/)
  readonly siren?: string | null;

  @IsOptional()
  @Matches(/^\d{14}$/)
  readonly siret?: string | null;

  @IsOptional()
  @IsIn(AUTHORITY_KINDS)
  readonly kind?: AuthorityKind | null;

  /** Inhabitants. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  readonly population?: number | null;

  /** Three characters, as ACTES writes it. */
  @IsOptional()
  @Matches(/^[0-9AB]{3}$/)
  readonly department?: string | null;
}

export class RegisterAuthority {
  constructor(
    readonly context: CommandContext,
    readonly body: RegisterAuthorityBody,
  ) {}
}

/** What stands in the place of a key in the addresses of the pages and of the interface. */
export const RESERVED_KEYS: readonly string[] = [
  'api',
  'assets',
  'entrer',
  'examples',
  'health',
  'rules',
  'sortir',
];

/**
 * Opens the log of an authority. The same description again changes nothing; a SIREN or SIRET that cannot be right is
 * irregular.
 */
export function registerAuthority(
  state: AuthorityState,
  { context, body }: RegisterAuthority,
): readonly AuthorityEvent[] {
  const description = descriptionOf(body);
  if (state.description === null) {
    requireFreeKey(context.authority);
    const irregular = excuse(brokenByIdentity(context.authority, description), body.despite);
    return [{ type: 'AuthorityRegistered', data: { key: context.authority, ...description, ...irregular } }];
  }
  const fields = differing(state.description, description);
  if (fields.length === 0) return [];
  const message = `Cette collectivité est déjà enregistrée, et autrement décrite (${fields.join(', ')}).`;
  throw impossible('authority.registered', message, fields[0]);
}

function requireFreeKey(key: string): void {
  if (!RESERVED_KEYS.includes(key)) return;
  throw impossible(
    'authority.reserved',
    `« ${key} » désigne déjà autre chose dans les adresses.`,
    'authority',
  );
}

@CommandHandler(RegisterAuthority)
export class RegisterAuthorityHandler implements ICommandHandler<RegisterAuthority, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RegisterAuthority): Promise<Accepted> {
    const { context, body } = command;
    return this.runner.change({
      aggregate: authorityAggregate,
      stream: authorityStream(context.authority),
      context,
      occurredAt: body.occurredAt,
      zone: body.timezone,
      decide: (state) => registerAuthority(state, command),
    });
  }
}

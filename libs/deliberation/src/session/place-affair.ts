import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import { idOfCreated, type CommandContext, type Created } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { requireNoOpenBallot, requireNotOver } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class PlaceAffairBody extends CommandBody {
  @IsText(2000)
  readonly subject!: string;

  /** Place in the séance, from 1; null or absent: unknown. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly order?: number | null;

  /** Identity inside the séance; absent: the next free number. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  readonly key?: string | null;
}

export class PlaceAffair {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: PlaceAffairBody,
  ) {}
}

/** Puts an affair on the agenda; once the séance is open it is an irregularity, and it happens (R12). */
export function placeAffair(
  state: SessionState,
  affair: string,
  { body }: PlaceAffair,
): readonly SessionEvent[] {
  requireNotOver(state);
  requireNoOpenBallot(state);
  const order = body.order ?? null;
  if (order !== null && state.affairs.some((one) => one.order === order)) {
    throw impossible('affair.order-taken', `Une affaire porte déjà le numéro d’ordre ${order}.`, 'order');
  }
  const keys = new Set(state.affairs.map(({ key }) => key));
  if (body.key && keys.has(body.key)) {
    throw impossible('affair.key-taken', `Une affaire porte déjà la clé « ${body.key} ».`, 'key');
  }
  const message = 'L’affaire ne figurait pas à l’ordre du jour de la convocation (L2121-10).';
  const added = state.status === 'open' ? [{ rule: 'R12.added-during-session', message }] : [];
  return [
    {
      type: 'AffairPlacedOnAgenda',
      data: {
        affair,
        key: body.key ?? nextKey(keys),
        order,
        subject: body.subject,
        ...excuse(added, body.despite),
      },
    },
  ];
}

function nextKey(taken: ReadonlySet<string>): string {
  let candidate = taken.size + 1;
  while (taken.has(String(candidate))) candidate += 1;
  return String(candidate);
}

@CommandHandler(PlaceAffair)
export class PlaceAffairHandler implements ICommandHandler<PlaceAffair, Created> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: PlaceAffair): Promise<Created> {
    const id = idOfCreated(command.context, 'affair');
    const accepted = await changeSession(this.runner, command, (state) => placeAffair(state, id, command));
    return { ...accepted, id };
  }
}

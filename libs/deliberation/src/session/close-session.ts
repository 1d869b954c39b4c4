import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IfGiven, OrNull } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { affairOf, requireNoOpenBallot, requireOpen } from './preconditions.js';
import type { SessionEvent, SessionState, StatedSheet } from './session.js';

export class StatedSheetBody {
  @IsUUID()
  readonly affair!: string;

  /** Number of the sheet (feuillet); null: unknown. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly sheet!: number | null;
}

export class CloseSessionBody extends CommandBody {
  /**
   * `unknown`: its source does not say on which sheets of the register the affairs stand; `stated`: it does, and
   * `entries` holds them. Absent: they are numbered after the register's last.
   */
  @IfGiven()
  @IsIn(['to-be-numbered', 'stated', 'unknown'])
  readonly sheets?: 'to-be-numbered' | 'stated' | 'unknown';

  /** The sheets that are stated; an affair that is not among them stands on an unknown one. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => StatedSheetBody)
  readonly entries?: StatedSheetBody[];
}

export class CloseSession {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: CloseSessionBody,
  ) {}
}

/** Closes the séance: what was decided is then entered in the register. */
export function closeSession(state: SessionState, { body }: CloseSession): readonly SessionEvent[] {
  requireOpen(state);
  requireNoOpenBallot(state);
  const { sheets = 'to-be-numbered' } = body;
  const data = { sheets, entries: statedSheets(state, body), ...excuse([], body.despite) };
  return [{ type: 'SessionClosed', data }];
}

function statedSheets(state: SessionState, { sheets, entries }: CloseSessionBody): StatedSheet[] | null {
  if ((sheets === 'stated') !== (entries !== undefined)) {
    const message = 'Les feuillets ne sont donnés que s’ils sont dits connus (sheets : stated).';
    throw impossible('sheets.stated', message, 'entries');
  }
  entries?.forEach(({ affair }, place) => {
    affairOf(state, affair);
    if (entries.findIndex((one) => one.affair === affair) === place) return;
    throw impossible('sheets.twice', 'Une affaire y figure deux fois.', `entries.${place}.affair`);
  });
  return entries?.map(({ affair, sheet }) => ({ affair, sheet })) ?? null;
}

@CommandHandler(CloseSession)
export class CloseSessionHandler implements ICommandHandler<CloseSession, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: CloseSession): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => closeSession(state, command));
  }
}

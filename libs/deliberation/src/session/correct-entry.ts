import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { CorrectionBody, correctionOf } from './correction-body.js';
import { affairOf, convened, requireNoOpenBallot, requireNotOver } from './preconditions.js';
import {
  entryCorrectedBy,
  type BallotInSession,
  type Correction,
  type SessionEvent,
  type SessionState,
} from './session.js';

export class CorrectEntryBody extends CommandBody {
  @IsDefined()
  @ValidateNested()
  @Type(() => CorrectionBody)
  readonly correction!: CorrectionBody;

  @IsOptional()
  @IsText(1000)
  readonly reason?: string | null;

  /** Day of the later séance that corrects this one; null or absent: the clerk does, before its closing. */
  @IsOptional()
  @IsCalendarDate()
  readonly on?: string | null;
}

export class CorrectEntry {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: CorrectEntryBody,
  ) {}
}

/**
 * Puts right an entry of the séance's record; what was first written stays in the history. Before the closing the clerk
 * corrects a slip, and the room is as corrected from then on; afterwards only a later séance or a corrected record does,
 * and the first version stays beside it (R1: never edited in place, R26).
 */
export function correctEntry(state: SessionState, { context, body }: CorrectEntry): readonly SessionEvent[] {
  const correction = correctionOf(body.correction);
  const on = body.on ?? null;
  const { date } = convened(state);
  if ('affair' in correction) affairOf(state, correction.affair);
  if (state.status === 'closed') requireLater(date, on, context.source !== undefined);
  else requireSlip(state, correction, on);
  const noted = state.attendance?.find((one) => 'member' in correction && one.member === correction.member);
  if (!stands(state, correction))
    throw impossible('correction.no-entry', 'Il n’y a rien de tel à rectifier.');
  if (correction.kind === 'attendance' && sameAttendance(noted, correction)) {
    throw impossible('correction.same', 'C’est déjà ce qui est noté.', 'correction.status');
  }
  const entry = state.entries[entryCorrectedBy(correction)] ?? null;
  const irregular = excuse([], body.despite);
  return [
    { type: 'EntryCorrected', data: { correction, entry, on, reason: body.reason ?? null, ...irregular } },
  ];
}

const sameAttendance = (
  noted: { readonly status: string; readonly mode: string | null } | undefined,
  { status, mode }: { readonly status: string; readonly mode: string | null },
): boolean => noted?.status === status && noted.mode === mode;

function requireLater(date: string, on: string | null, fromRecord: boolean): void {
  if (on === null && !fromRecord) {
    const message =
      'La séance est levée : seule une séance ultérieure peut la rectifier, dites de quel jour.';
    throw impossible('correction.after-closing', message, 'on');
  }
  if (on !== null && on <= date) {
    throw impossible('correction.not-later', 'Cette séance n’est pas postérieure à celle-ci.', 'on');
  }
}

function requireSlip(state: SessionState, correction: Correction, on: string | null): void {
  requireNotOver(state);
  requireNoOpenBallot(state);
  if (on !== null) {
    const message = 'La séance n’est pas levée : elle ne peut pas déjà être rectifiée par une autre.';
    throw impossible('correction.before-closing', message, 'on');
  }
  requireNoContradiction(state, correction);
}

/** Whether there is such an entry, which was not taken back. */
function stands(state: SessionState, correction: Correction): boolean {
  switch (correction.kind) {
    case 'attendance':
      // A later séance may name one whom the list did not.
      if (state.status === 'closed') return true;
      return state.attendance?.some(({ member }) => member === correction.member) === true;
    case 'movement': {
      const last = state.movements?.findLast(({ member }) => member === correction.member);
      return last?.kind === 'arrived' || last?.kind === 'left';
    }
    case 'proxy':
      return state.proxies?.some(({ giver }) => giver === correction.member) === true;
    case 'secretary':
      return state.secretaries?.includes(correction.member) === true;
    case 'recusal':
      return affairOf(state, correction.affair).recusals?.some(isOf(correction.member)) === true;
    case 'call':
      return affairOf(state, correction.affair).called !== null;
    case 'outcome':
      return affairOf(state, correction.affair).outcome !== null;
  }
}

const isOf =
  (member: string) =>
  (one: { readonly member: string }): boolean =>
    one.member === member;

/** @throws Refusal for a correction that what came after contradicts */
function requireNoContradiction(state: SessionState, correction: Correction): void {
  const held = state.ballots.filter(({ voided }) => voided === null);
  switch (correction.kind) {
    case 'attendance': {
      const first = state.movements?.find(isOf(correction.member))?.kind;
      const present = correction.status === 'present';
      if ((first === 'left' && !present) || (first === 'arrived' && present)) {
        const message = 'Un mouvement noté ensuite le contredit : rectifiez-le d’abord.';
        throw impossible('correction.movements', message, 'correction.member');
      }
      if (!present && first === undefined) requireNotOnRoll(held, correction.member, correction.member);
      return;
    }
    case 'proxy':
      return requireNotOnRoll(held, correction.member, null);
    case 'recusal':
    case 'call': {
      if (held.some(({ affair }) => affair === correction.affair)) {
        const message = 'Un scrutin a eu lieu sur cette affaire : annulez-le d’abord.';
        throw impossible('correction.has-ballot', message, 'correction.affair');
      }
      if (correction.kind === 'call' && affairOf(state, correction.affair).outcome !== null) {
        const message = 'L’affaire a été traitée : rectifiez-le d’abord.';
        throw impossible('correction.has-outcome', message, 'correction.affair');
      }
      return;
    }
    case 'outcome': {
      const current = state.currentAffair;
      if (current === null || current === correction.affair) return;
      const message = 'Une autre affaire est en discussion : traitez-la d’abord.';
      throw impossible('correction.other-affair', message, 'correction.affair');
    }
    case 'movement':
    case 'secretary':
  }
}

/** @param voter who is said to have voted for the seat; null: somebody else than itself */
function requireNotOnRoll(held: readonly BallotInSession[], member: string, voter: string | null): void {
  const isOnRoll = held.some(({ roll }) =>
    roll.seats?.some(
      (one) => one.seat === member && (voter === null ? one.voter !== member : one.voter === voter),
    ),
  );
  if (!isOnRoll) return;
  const message = 'Un scrutin a eu lieu dont la liste des votants en dépend : annulez-le d’abord.';
  throw impossible('correction.on-roll', message, 'correction.member');
}

@CommandHandler(CorrectEntry)
export class CorrectEntryHandler implements ICommandHandler<CorrectEntry, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: CorrectEntry): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => correctEntry(state, command));
  }
}

import { Refusal, type Reason } from '@registre/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IfGiven, IsRef } from '../command/validation.js';
import type { Attendance, Correction } from './session.js';

/** What each kind of correction names: all of it, and nothing else. */
const NAMES = {
  attendance: ['member', 'status', 'mode'],
  movement: ['member'],
  proxy: ['member'],
  secretary: ['member'],
  recusal: ['affair', 'member'],
  call: ['affair'],
  outcome: ['affair'],
} as const;

export const CORRECTIONS = Object.keys(NAMES) as readonly Correction['kind'][];

/** `attendance` names `member`, `status` and may name `mode`; `recusal` names `affair` and `member`; `call` and `outcome` name `affair`; the others `member`. */
export class CorrectionBody {
  /** What is wrong: an entry of the attendance list, or the last of the others, which is taken back. */
  @IsIn(CORRECTIONS)
  readonly kind!: Correction['kind'];

  /** For a proxy, its giver. */
  @IfGiven()
  @IsRef()
  readonly member?: string;

  @IfGiven()
  @IsUUID()
  readonly affair?: string;

  /** As it should have been noted. */
  @IfGiven()
  @IsIn(['present', 'excused', 'absent', 'represented'])
  readonly status?: Attendance['status'];

  @IsOptional()
  @IsIn(['in-person', 'remote'])
  readonly mode?: Attendance['mode'];
}

/** The correction that the body says. @throws Refusal `invalid` for what its kind does not name, or lacks */
export function correctionOf(body: CorrectionBody): Correction {
  const { kind, member = '', affair = '', status = 'present', mode = null } = body;
  const names: readonly string[] = NAMES[kind];
  const reasons = (['member', 'affair', 'status', 'mode'] as const).flatMap((name): Reason[] => {
    const given = body[name] !== undefined;
    const field = `correction.${name}`;
    if (given && !names.includes(name)) {
      return [{ field, rule: 'unknown-property', message: 'Propriété inconnue pour cette rectification.' }];
    }
    const missing = !given && names.includes(name) && name !== 'mode';
    return missing ? [{ field, rule: 'isDefined', message: 'Cette propriété manque.' }] : [];
  });
  if (reasons.length > 0) {
    const message = 'La rectification n’a pas la forme attendue.';
    throw new Refusal('invalid', 'correction.shape', message, reasons);
  }
  switch (kind) {
    case 'attendance':
      return { kind, member, status, mode };
    case 'recusal':
      return { kind, affair, member };
    case 'call':
    case 'outcome':
      return { kind, affair };
    default:
      return { kind, member };
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible, Refusal, type Reason } from '@registre/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsRef } from '../command/validation.js';
import { brokenByDistance, brokenByNumber, brokenBySubstitute, supposing } from './attendance-rules.js';
import { changeSession } from './change-session.js';
import { brokenByMandate, convened, nameOf, requireNotOver } from './preconditions.js';
import { seatOutOfMandate, type Attendance, type SessionEvent, type SessionState } from './session.js';

export class AttendanceEntry {
  @IsRef()
  readonly member!: string;

  @IsIn(['present', 'excused', 'absent', 'represented'])
  readonly status!: Attendance['status'];

  /** How a present member attends; null or absent: unknown. */
  @IsOptional()
  @IsIn(['in-person', 'remote'])
  readonly mode?: 'in-person' | 'remote' | null;
}

export class RecordAttendanceBody extends CommandBody {
  /** In the order of the roll call. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => AttendanceEntry)
  readonly entries!: AttendanceEntry[];
}

export class RecordAttendance {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: RecordAttendanceBody,
  ) {}
}

/**
 * The roll call at the opening, or the attendance sheet before it: who is present, excused, absent. Later changes are
 * arrivals and departures. Who may not sit, without a mandate that day among them, or not at a distance, is irregular (R6).
 */
export function recordAttendance(state: SessionState, { body }: RecordAttendance): readonly SessionEvent[] {
  requireNotOver(state);
  if (state.affairs.some(({ called }) => called !== null)) {
    const message = 'L’appel est clos depuis qu’une affaire a été appelée : notez une arrivée ou un départ.';
    throw impossible('attendance.too-late', message);
  }
  const reasons = wrongEntries(state, body.entries);
  if (reasons.length > 0) {
    throw new Refusal(
      'impossible',
      'attendance.wrong-entries',
      'L’appel ne peut pas être enregistré.',
      reasons,
    );
  }
  const events = body.entries.map(attendanceEvent);
  const irregular = excuse(brokenByEntries(state, body.entries, events), body.despite);
  const [first, ...others] = events;
  return first === undefined
    ? []
    : [{ ...first, data: { ...first.data, ...irregular } } as SessionEvent, ...others];
}

function brokenByEntries(
  state: SessionState,
  entries: readonly AttendanceEntry[],
  events: readonly SessionEvent[],
): BrokenRule[] {
  let after = state;
  const ofMembers = entries.flatMap(({ member, status, mode }, place) => {
    after = supposing(after, events.slice(place, place + 1));
    const mandate = brokenByMandate(state, member, `entries.${place}.member`);
    if (status !== 'present') return mandate;
    const atDistance = mode === 'remote' ? brokenByDistance(state, member, `entries.${place}.mode`) : [];
    return [...mandate, ...atDistance, ...brokenBySubstitute(after, member, `entries.${place}.member`)];
  });
  return [...ofMembers, ...brokenByNumber(state, after)];
}

function wrongEntries(state: SessionState, entries: readonly AttendanceEntry[]): Reason[] {
  const { seats } = convened(state).bodyAtSession;
  const called = new Set(state.attendance?.map(({ member }) => member));
  return entries.flatMap(({ member, status, mode }, place) => {
    const reasons: Reason[] = [];
    const field = `entries.${place}`;
    const wrong = (rule: string, message: string) => reasons.push({ field, rule, message });
    const sits = seats?.some(({ ref }) => ref === member) ?? true;
    if (!sits && seatOutOfMandate(state, member) === undefined) {
      wrong('member.unknown', `« ${member} » ne siège pas dans cette instance.`);
    }
    if (called.has(member)) wrong('attendance.twice', `${nameOf(state, member)} a déjà répondu à l’appel.`);
    if (status !== 'present' && mode) {
      wrong('attendance.mode', `${nameOf(state, member)} n’est pas présent : pas de mode de présence.`);
    }
    called.add(member);
    return reasons;
  });
}

const AWAY = {
  excused: 'MemberExcused',
  absent: 'MemberAbsent',
  represented: 'MemberRepresented',
} as const;

function attendanceEvent({ member, status, mode }: AttendanceEntry): SessionEvent {
  if (status === 'present') return { type: 'MemberPresent', data: { member, mode: mode ?? null } };
  return { type: AWAY[status], data: { member } };
}

@CommandHandler(RecordAttendance)
export class RecordAttendanceHandler implements ICommandHandler<RecordAttendance, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RecordAttendance): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => recordAttendance(state, command));
  }
}

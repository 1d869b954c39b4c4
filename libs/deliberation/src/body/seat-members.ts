import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Refusal, type Reason } from '@registre/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsCalendarDate, IsRef, IsText } from '../command/validation.js';
import type { BodyEvent, BodyState, Seat } from './body.js';
import { changeBody, requireNotMerged } from './change-body.js';

export class SeatBody {
  /** Identity of the person within the body, e.g. `vassal-martine`. */
  @IsRef()
  readonly ref!: string;

  @IsText(200)
  readonly familyName!: string;

  @IsOptional() @IsText(200) readonly givenName?: string | null;
  @IsOptional() @IsIn(['Madame', 'Monsieur']) readonly civility?: 'Madame' | 'Monsieur' | null;
  /** As the documents name the person, e.g. « Madame la Présidente ». */
  @IsOptional() @IsText(200) readonly formOfAddress?: string | null;
  /** e.g. « Maire ». */
  @IsOptional() @IsText(300) readonly office?: string | null;
  @IsOptional() @IsText(200) readonly group?: string | null;
  @IsOptional() @IsCalendarDate() readonly birthDate?: string | null;
  @IsOptional() @IsCalendarDate() readonly mandateFrom?: string | null;
  @IsOptional() @IsCalendarDate() readonly mandateUntil?: string | null;
  /** The member whom this substitute replaces when absent. */
  @IsOptional() @IsRef() readonly substituteOf?: string | null;
}

export class SeatMembersBody extends CommandBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => SeatBody)
  readonly members!: SeatBody[];
}

export class SeatMembers {
  constructor(
    readonly context: CommandContext,
    readonly key: string,
    readonly body: SeatMembersBody,
  ) {}
}

/** Seats members of a body. Who is already seated and described the same stays as they are. */
export function seatMembers(state: BodyState, { body }: SeatMembers): readonly BodyEvent[] {
  const seats = body.members.map(seatOf);
  seats.forEach(({ ref }, place) => requireNotMerged(state, ref, `members.${place}.ref`));
  const reasons = repeated(seats);
  if (reasons.length > 0) {
    throw new Refusal('impossible', 'member.twice', 'Une même personne est nommée deux fois.', reasons);
  }
  excuse([], body.despite);
  const known = new Map(state.seats.map((seat) => [seat.ref, JSON.stringify(seat)]));
  return seats
    .filter((seat) => known.get(seat.ref) !== JSON.stringify(seat))
    .map((seat) => ({ type: 'MemberSeated', data: { seat } }));
}

/** The seat with every key. */
export const seatOf = (body: SeatBody): Seat => ({
  ref: body.ref,
  givenName: body.givenName ?? null,
  familyName: body.familyName,
  civility: body.civility ?? null,
  formOfAddress: body.formOfAddress ?? null,
  office: body.office ?? null,
  group: body.group ?? null,
  birthDate: body.birthDate ?? null,
  mandateFrom: body.mandateFrom ?? null,
  mandateUntil: body.mandateUntil ?? null,
  substituteOf: body.substituteOf ?? null,
});

function repeated(seats: readonly Seat[]): Reason[] {
  return seats.flatMap(({ ref }, place) =>
    seats.findIndex((other) => other.ref === ref) === place
      ? []
      : [{ field: `members.${place}.ref`, rule: 'member.twice', message: `« ${ref} » est nommé deux fois.` }],
  );
}

@CommandHandler(SeatMembers)
export class SeatMembersHandler implements ICommandHandler<SeatMembers, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: SeatMembers): Promise<Accepted> {
    return changeBody(this.runner, command, (state) => seatMembers(state, command));
  }
}

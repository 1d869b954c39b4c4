import { Type } from 'class-transformer';
import { IsArray, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import type { Despite } from './irregularity.js';
import type { Occurrence } from './command-context.js';
import { IfGiven, IsCalendarDate, IsTimeOfDay, OrNull } from './validation.js';

export class OccurrenceBody implements Occurrence {
  /** Day, `YYYY-MM-DD`, in the authority's zone. */
  @OrNull()
  @IsCalendarDate()
  readonly date!: string | null;

  /** Time of day, `HH:MM`. */
  @OrNull()
  @IsTimeOfDay()
  readonly time!: string | null;
}

export class DespiteBody implements Despite {
  /** Code of the broken rule, as the refusal named it. */
  @Matches(/^[A-Za-z0-9.-]{1,60}$/)
  readonly rule!: string;

  @IsString()
  @MinLength(3)
  @MaxLength(1000)
  readonly reason!: string;
}

/** What every command's body may carry. */
export class CommandBody {
  /** When it happened; absent: now, by the server's clock. */
  @IfGiven()
  @ValidateNested()
  @Type(() => OccurrenceBody)
  readonly occurredAt?: OccurrenceBody;

  /** The rules of law that are broken and the reason for recording it all the same. */
  @IfGiven()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DespiteBody)
  readonly despite?: DespiteBody[];
}

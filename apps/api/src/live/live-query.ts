import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

export class LiveQuery {
  /** Ordinal after which events are wanted (-1: from the first one on); without it, those to come. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(-1)
  @Max(999_999_999_999_999)
  readonly after?: number;

  /** Only the events of that séance. */
  @IsOptional()
  @IsUUID()
  readonly session?: string;
}

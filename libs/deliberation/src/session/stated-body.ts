import { IsBoolean, IsOptional } from 'class-validator';
import { IsCount } from '../command/validation.js';
import type { Stated } from './stated.js';

/** Counts as the source states them; null or absent: it does not. */
export class StatedBody {
  @IsOptional() @IsCount() readonly inOffice?: number | null;
  @IsOptional() @IsCount() readonly present?: number | null;
  @IsOptional() @IsCount() readonly represented?: number | null;
  @IsOptional() @IsCount() readonly excused?: number | null;
  @IsOptional() @IsCount() readonly absent?: number | null;
  @IsOptional() @IsCount() readonly voters?: number | null;
  @IsOptional() @IsCount() readonly quorumRequired?: number | null;
  @IsOptional() @IsBoolean() readonly quorumReached?: boolean | null;
  @IsOptional() @IsCount() readonly substitutesPresent?: number | null;
}

/** With every key present. */
export const statedOf = (body: StatedBody | null | undefined): Stated | null =>
  body === null || body === undefined
    ? null
    : {
        inOffice: body.inOffice ?? null,
        present: body.present ?? null,
        represented: body.represented ?? null,
        excused: body.excused ?? null,
        absent: body.absent ?? null,
        voters: body.voters ?? null,
        quorumRequired: body.quorumRequired ?? null,
        quorumReached: body.quorumReached ?? null,
        substitutesPresent: body.substitutesPresent ?? null,
      };

import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  ValidateNested,
} from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import { IsCount, IsRef, IsText, OrNull } from '../command/validation.js';
import type { Counts, Named } from './tally.js';

/** Votes by choice; null or absent: not counted, never 0. */
export class CountsBody {
  @IsOptional() @IsCount() readonly for?: number | null;
  @IsOptional() @IsCount() readonly against?: number | null;
  @IsOptional() @IsCount() readonly abstentions?: number | null;
  @IsOptional() @IsCount() readonly notTakingPart?: number | null;
}

const RefsOrNull = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  IsArray()(target, property);
  ArrayMaxSize(1000)(target, property);
  ArrayUnique()(target, property);
  IsRef({ each: true })(target, property);
};

/** Whose votes they are, by choice; null or absent: nobody is named. */
export class NamedBody {
  @RefsOrNull() readonly for?: string[] | null;
  @RefsOrNull() readonly against?: string[] | null;
  @RefsOrNull() readonly abstentions?: string[] | null;
  @RefsOrNull() readonly notTakingPart?: string[] | null;
}

export class CandidateVotesBody {
  @IsOptional() @IsRef() readonly member?: string | null;
  @IsOptional() @IsText(300) readonly name?: string | null;
  @OrNull() @IsCount() readonly votes!: number | null;
  /** As the chair declares it. */
  @IsOptional() @IsBoolean() readonly elected?: boolean | null;
  /** Seats that a list obtains. */
  @IsOptional() @IsCount() readonly seats?: number | null;
  /** Members of the body elected from a list. */
  @RefsOrNull() readonly persons?: string[] | null;
}

/** What somebody counted, hands or papers, and what was announced of it. */
export class CountedBody extends CommandBody {
  @IsOptional()
  @ValidateNested()
  @Type(() => CountsBody)
  readonly counts?: CountsBody | null;

  /** The votes of each candidate, in an election. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CandidateVotesBody)
  readonly candidates?: CandidateVotesBody[] | null;

  /** Votes expressed, as they were announced. */
  @IsOptional()
  @IsCount()
  readonly expressed?: number | null;

  /** Absolute majority, as it was announced. */
  @IsOptional()
  @IsCount()
  readonly majority?: number | null;
}

export const countsOf = (body: CountsBody | null | undefined): Counts => ({
  for: body?.for ?? null,
  against: body?.against ?? null,
  abstentions: body?.abstentions ?? null,
  notTakingPart: body?.notTakingPart ?? null,
});

export const namedOf = (body: NamedBody | null | undefined): Named => ({
  for: body?.for ?? null,
  against: body?.against ?? null,
  abstentions: body?.abstentions ?? null,
  notTakingPart: body?.notTakingPart ?? null,
});

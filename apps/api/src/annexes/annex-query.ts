import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

export class AnnexQuery {
  /** Title of the annex. */
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  readonly title!: string;

  /** SHA-256 of the file's bytes, hexadecimal: what arrives otherwise is refused. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  readonly sha256?: string;
}

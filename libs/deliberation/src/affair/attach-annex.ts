import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { IsOptional, Matches } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import type { AffairEvent, AffairState } from './affair.js';
import type { FileReference } from './file-reference.js';
import { changeAffair, sessionOfAffair } from './change-affair.js';

export class AttachAnnexBody extends CommandBody {
  @IsText(500)
  readonly title!: string;

  /** SHA-256 of the file's bytes where known, hexadecimal. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  readonly sha256?: string | null;
}

export class AttachAnnex {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: AttachAnnexBody,
    /** The file, already in the file store; null: only the title is known. */
    readonly file: FileReference | null = null,
  ) {}
}

/** Attaches an annex to an affair. What is certified does not change any more. */
export function attachAnnex(state: AffairState, { body, file }: AttachAnnex): readonly AffairEvent[] {
  if (state.extract !== null) {
    throw impossible('extract.certified', 'L’extrait est certifié : ses annexes ne changent plus.');
  }
  const data = { title: body.title, file, sha256: body.sha256 ?? null, ...excuse([], body.despite) };
  return [{ type: 'AnnexAttached', data }];
}

@CommandHandler(AttachAnnex)
export class AttachAnnexHandler implements ICommandHandler<AttachAnnex, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: AttachAnnex): Promise<Accepted> {
    await sessionOfAffair(this.runner, command);
    return changeAffair(this.runner, command, (state) => attachAnnex(state, command));
  }
}

import { createHash } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import type { BodyEvent, BodyState } from './body.js';
import { changeBody } from './change-body.js';
import { TemplateCheck } from './template-check.js';

export class AdoptTemplateBody extends CommandBody {
  @IsText(200)
  readonly name!: string;

  /** The template of the extract, in Liquid. */
  @IsText(60_000)
  readonly text!: string;
}

export class AdoptTemplate {
  constructor(
    readonly context: CommandContext,
    readonly key: string,
    readonly body: AdoptTemplateBody,
  ) {}
}

/** Adopts the template of the body's extracts. The one in force again changes nothing. */
export function adoptTemplate(state: BodyState, { body }: AdoptTemplate): readonly BodyEvent[] {
  excuse([], body.despite);
  const { name, text } = body;
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  if (state.template?.sha256 === sha256 && state.template.name === name) return [];
  return [{ type: 'TemplateAdopted', data: { name, text, sha256 } }];
}

@CommandHandler(AdoptTemplate)
export class AdoptTemplateHandler implements ICommandHandler<AdoptTemplate, Accepted> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly templates: TemplateCheck,
  ) {}

  execute(command: AdoptTemplate): Promise<Accepted> {
    this.templates.check(command.body.text);
    return changeBody(this.runner, command, (state) => adoptTemplate(state, command));
  }
}

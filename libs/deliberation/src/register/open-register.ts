import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bodyStream, registerStream } from '@registre/event-store';
import { impossible, notFound } from '@registre/platform';
import { IsInt, Max, Min } from 'class-validator';
import { bodyAggregate } from '../body/body.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsBodyKey } from '../command/validation.js';
import { registerAggregate, type RegisterEvent, type RegisterState } from './register.js';

export class OpenRegisterBody extends CommandBody {
  /** Key of the body. */
  @IsBodyKey()
  readonly body!: string;

  @IsInt()
  @Min(1789)
  @Max(9999)
  readonly year!: number;

  /** Number of the first sheet that is entered here: those before it are in the paper volume. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly firstSheet!: number;
}

export class OpenRegister {
  constructor(
    readonly context: CommandContext,
    readonly body: OpenRegisterBody,
  ) {}
}

/** Opens a body’s register of a year at a sheet (R1, R2121-9). One that nobody opens begins at sheet 1. */
export function openRegister(state: RegisterState, { body }: OpenRegister): readonly RegisterEvent[] {
  if (state.opened) {
    throw impossible(
      'register.opened',
      `Le registre ${body.year} de cette instance est déjà ouvert.`,
      'year',
    );
  }
  excuse([], body.despite);
  const { body: key, year, firstSheet } = body;
  return [{ type: 'RegisterOpened', data: { body: key, year, firstSheet } }];
}

@CommandHandler(OpenRegister)
export class OpenRegisterHandler implements ICommandHandler<OpenRegister, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: OpenRegister): Promise<Accepted> {
    const { context, body } = command;
    const { state } = await this.runner.load(bodyAggregate, bodyStream(context.authority, body.body));
    if (state.constituted === null) throw notFound('unknown-body', 'Cette instance n’existe pas.');
    return this.runner.change({
      aggregate: registerAggregate,
      stream: registerStream(context.authority, body.body, body.year),
      context,
      occurredAt: body.occurredAt,
      decide: (register) => openRegister(register, command),
    });
  }
}

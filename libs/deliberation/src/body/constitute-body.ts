import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bodyStream } from '@registre/event-store';
import { impossible } from '@registre/platform';
import { IsIn } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IfGiven, IsBodyKey, IsText } from '../command/validation.js';
import {
  BODY_KINDS,
  bodyAggregate,
  NUMBERINGS,
  type BodyEvent,
  type BodyKind,
  type BodyState,
  type Numbering,
} from './body.js';

export class ConstituteBodyBody extends CommandBody {
  /** Short name, e.g. `CM`. */
  @IsBodyKey()
  readonly key!: string;

  @IsText(300)
  readonly name!: string;

  /** A bureau decides by delegation of the council. */
  @IsIn(BODY_KINDS)
  readonly kind!: BodyKind;

  /** Within what an affair's number is unique; absent: the body. */
  @IfGiven()
  @IsIn(NUMBERINGS)
  readonly numbering?: Numbering;
}

export class ConstituteBody {
  constructor(
    readonly context: CommandContext,
    readonly body: ConstituteBodyBody,
  ) {}
}

/** Constitutes an assembly of the authority. The same again changes nothing. */
export function constituteBody(state: BodyState, { body }: ConstituteBody): readonly BodyEvent[] {
  const { key, name, kind } = body;
  const numbering = body.numbering ?? 'body';
  excuse([], body.despite);
  const { constituted } = state;
  if (constituted === null) return [{ type: 'BodyConstituted', data: { key, name, kind, numbering } }];
  const same = constituted.name === name && constituted.kind === kind && constituted.numbering === numbering;
  if (same) return [];
  throw impossible('body.constituted', `L’instance « ${key} » existe déjà, et autrement décrite.`, 'key');
}

@CommandHandler(ConstituteBody)
export class ConstituteBodyHandler implements ICommandHandler<ConstituteBody, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ConstituteBody): Promise<Accepted> {
    const { context, body } = command;
    return this.runner.change({
      aggregate: bodyAggregate,
      stream: bodyStream(context.authority, body.key),
      context,
      occurredAt: body.occurredAt,
      decide: (state) => constituteBody(state, command),
    });
  }
}

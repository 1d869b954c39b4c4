import { Injectable } from '@nestjs/common';
import { affairStream } from '@registre/event-store';
import { affairAggregate, type AffairEvent } from '../affair/affair.js';
import { StoredContents } from '../affair/stored-contents.js';
import type { CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { withoutExpectation } from './open-voting.js';

/**
 * The second half of an erasure: the bytes go, then the affair's stream says so. Follows ContentErased; may be run by
 * several at once and any number of times.
 */
@Injectable()
export class CompleteErasure {
  constructor(
    private readonly runner: CommandRunner,
    private readonly contents: StoredContents,
  ) {}

  async complete(context: CommandContext, affair: string, content: string): Promise<void> {
    const stream = affairStream(context.authority, affair);
    const { state } = await this.runner.load(affairAggregate, stream);
    // Nothing is taken away that the history does not say was erased.
    if (!state.erasures.some((one) => one.content === content)) return;
    await this.contents.erase(context.authority, content);
    await this.runner.change({
      aggregate: affairAggregate,
      stream,
      context: withoutExpectation(context),
      ...(state.session === null ? {} : { session: state.session }),
      follows: `erasure-completed:${content}`,
      decide: ({ erasures }): readonly AffairEvent[] =>
        erasures.some((one) => one.content === content && !one.completed)
          ? [{ type: 'ErasureCompleted', data: { content } }]
          : [],
    });
  }
}

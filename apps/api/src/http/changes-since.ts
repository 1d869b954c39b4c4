import type { CommandRunner, EventSince } from '@registre/deliberation';
import { streamParts } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import type { ReadModels } from '@registre/projections';

/** How many changes are told. */
const MOST = 50;
/** How long their sentences are waited for, in milliseconds. */
const PATIENCE = 500;

interface Change extends EventSince {
  /** What happened, in one French sentence; null: this node's read models have not taken it yet. */
  readonly sentence: string | null;
}

/** What else a refused client is told: what somebody else wrote since the revision that it had seen. */
export class ChangesSince {
  constructor(
    private readonly runner: CommandRunner,
    private readonly readModels: ReadModels,
  ) {}

  /** The refusal with `changes`, and how many `more` there are; any other error as it is. */
  async told(error: unknown): Promise<unknown> {
    if (!(error instanceof Refusal) || error.code !== 'changed-since') return error;
    const { stream, since, currentRevision } = error.extensions;
    if (typeof stream !== 'string' || typeof since !== 'number' || typeof currentRevision !== 'number') {
      return error;
    }
    try {
      const events = await this.runner.changesSince(stream, since, MOST);
      const sentences = await this.sentences(stream, events).catch(() => new Map<number, string>());
      const changes = events.map((event): Change => ({
        ...event,
        sentence: sentences.get(event.revision) ?? null,
      }));
      const more = Math.max(0, currentRevision - since - changes.length);
      const extensions = { ...error.extensions, changes, more };
      return new Refusal(error.kind, error.code, error.message, error.reasons, extensions);
    } catch {
      // The store went away meanwhile: the conflict stands all the same.
      return error;
    }
  }

  private async sentences(
    stream: string,
    events: readonly EventSince[],
  ): Promise<ReadonlyMap<number, string>> {
    const authority = streamParts(stream)?.authority;
    const [first, last] = [events[0], events.at(-1)];
    if (authority === undefined || first === undefined || last === undefined) return new Map();
    await this.readModels.waitFor(authority, stream, last.revision, { timeoutMs: PATIENCE });
    const from = await this.readModels.ordinalOf(authority, stream, first.revision);
    if (from === undefined) return new Map();
    const page = await this.readModels.auditTrail(authority, { stream, after: from - 1, limit: MOST });
    return new Map(page?.items.map(({ revision, sentence }) => [revision, sentence]));
  }
}

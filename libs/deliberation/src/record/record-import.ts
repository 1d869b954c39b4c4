import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordStream } from '@registre/event-store';
import { impossible } from '@registre/platform';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { recordAggregate, type Disagreement, type RecordEvent, type RecordState } from './record.js';

/** Says that a record was imported whole, and what in it disagrees. The import's last word. */
export class RecordImport {
  constructor(
    readonly context: CommandContext,
    readonly imported: Omit<Extract<RecordEvent, { type: 'RecordImported' }>['data'], 'disagreements'>,
    readonly disagreements: readonly Disagreement[],
  ) {}
}

/**
 * The same record again changes nothing; another content under the same revision is refused, and an older revision.
 * A later one is a correction.
 */
export function recordImport(state: RecordState, command: RecordImport): readonly RecordEvent[] {
  const { imported, disagreements } = command;
  const before = state.imported;
  if (before !== null && before.revision === imported.revision) {
    if (before.sha256 === imported.sha256) return [];
    throw impossible(
      'record.changed',
      'Cette révision du dossier a déjà été importée, avec un autre contenu.',
    );
  }
  if (before !== null && before.revision > imported.revision) {
    throw impossible(
      'record.revision',
      `Une révision plus récente (${before.revision}) a déjà été importée.`,
    );
  }
  return [
    ...disagreements.map((data): RecordEvent => ({ type: 'DisagreementRecorded', data })),
    { type: 'RecordImported', data: { ...imported, disagreements: disagreements.length } },
  ];
}

@CommandHandler(RecordImport)
export class RecordImportHandler implements ICommandHandler<RecordImport, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RecordImport): Promise<Accepted> {
    const { context, imported } = command;
    return this.runner.change({
      aggregate: recordAggregate,
      stream: recordStream(context.authority, imported.record),
      context,
      session: imported.session,
      decide: (state) => recordImport(state, command),
    });
  }
}

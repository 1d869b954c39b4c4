import type { DatabaseSync } from 'node:sqlite';
import { ballotAggregate, type BallotEvent, type BallotState } from '../domain.js';
import type { EventPlace, Memory, ProjectedEvent, Projector, ReadModel } from '../engine/read-model.js';
import { StateRows } from '../engine/state-rows.js';

/** The votes of each ballot as they come in; what they gave is told in the séance's own stream. */
export const votingModel: ReadModel = {
  name: 'voting',
  version: 1,
  categories: ['ballot'],
  tables: `
CREATE TABLE voting (
  ballot TEXT PRIMARY KEY,
  state TEXT NOT NULL
) STRICT;
`,
  indexes: '',
  projector: (database) => new VotingProjector(database),
};

class VotingProjector implements Projector {
  readonly memories: readonly Memory[];
  private readonly ballots: StateRows<BallotState>;

  constructor(database: DatabaseSync) {
    this.ballots = new StateRows<BallotState>(database, {
      select: 'SELECT state FROM voting WHERE ballot = ?',
      insert: 'INSERT INTO voting (state, ballot) VALUES (?, ?)',
      update: 'UPDATE voting SET state = ? WHERE ballot = ?',
      columns: () => [],
      kept: 16,
    });
    this.memories = [this.ballots];
  }

  project(event: ProjectedEvent): void {
    const told = event as BallotEvent & EventPlace;
    const state = this.ballots.find(told.subject);
    if (state === undefined && told.type !== 'VotingOpened') {
      throw new Error(`voting ${told.subject} was not opened`);
    }
    const next = ballotAggregate.evolve(state ?? ballotAggregate.initial, told, told.metadata.occurredAt);
    this.ballots.set(told.subject, next);
  }
}

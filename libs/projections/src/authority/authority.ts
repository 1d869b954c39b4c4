import {
  authorityAggregate,
  bodyAggregate,
  type AuthorityEvent,
  type AuthorityState,
  type BodyEvent,
  type BodyState,
} from '../domain.js';
import type { ReadModel } from '../engine/read-model.js';
import { StateRows } from '../engine/state-rows.js';

/** Who the authority is, and its bodies with who sits in them. */
export const authorityModel: ReadModel = {
  name: 'authority',
  version: 2,
  categories: ['authority', 'body'],
  tables: `
CREATE TABLE authority (id TEXT PRIMARY KEY, key TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE TABLE body (key TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;
`,
  indexes: '',
  projector(database) {
    const authorities = new StateRows<AuthorityRow>(database, {
      select: 'SELECT state FROM authority WHERE id = ?',
      insert: 'INSERT INTO authority (key, state, id) VALUES (?, ?, ?)',
      update: 'UPDATE authority SET key = ?, state = ? WHERE id = ?',
      columns: ({ key }) => [key],
      kept: 1,
    });
    const bodies = new StateRows<BodyState>(database, {
      select: 'SELECT state FROM body WHERE key = ?',
      insert: 'INSERT INTO body (state, key) VALUES (?, ?)',
      update: 'UPDATE body SET state = ? WHERE key = ?',
      columns: () => [],
      kept: 20,
    });
    return {
      project(event) {
        if (event.category === 'authority') {
          const state = authorities.find(event.subject)?.state ?? authorityAggregate.initial;
          const next = authorityAggregate.evolve(state, event as AuthorityEvent, event.metadata.occurredAt);
          authorities.set(event.subject, { key: event.metadata.authority, state: next });
        } else {
          const state = bodies.find(event.subject) ?? bodyAggregate.initial;
          bodies.set(
            event.subject,
            bodyAggregate.evolve(state, event as BodyEvent, event.metadata.occurredAt),
          );
        }
      },
      memories: [authorities, bodies],
    };
  },
};

/** A row's state. */
export interface AuthorityRow {
  readonly key: string;
  readonly state: AuthorityState;
}

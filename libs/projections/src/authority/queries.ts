import type { BodyState } from '@registre/deliberation';
import type { ReadSnapshot } from '../engine/read-snapshot.js';
import type { AuthorityView, BodyDetails, BodyView } from '../views.js';
import type { AuthorityRow } from './authority.js';

/** The authority and its bodies; undefined before it is registered. */
export function authority(snapshot: ReadSnapshot): AuthorityView | undefined {
  const freshness = snapshot.freshness('authority');
  const row = snapshot.row('SELECT state FROM authority');
  const { key, state } = row === undefined ? {} : (JSON.parse(row.state as string) as AuthorityRow);
  if (key === undefined || state === undefined || state.description === null) return undefined;
  const bodies = snapshot.rows('SELECT key, state FROM body ORDER BY key').map(bodyView);
  return { ...state.description, key, bodies, freshness };
}

/** A body with its own rules and the text of its template; undefined: there is none of that key. */
export function body(snapshot: ReadSnapshot, key: string): BodyDetails | undefined {
  const freshness = snapshot.freshness('authority');
  const row = snapshot.row('SELECT key, state FROM body WHERE key = ?', key);
  if (row === undefined) return undefined;
  const { rules, template, merged } = JSON.parse(row.state as string) as BodyState;
  return { ...bodyView(row), rules, templateText: template?.text ?? null, merged, freshness };
}

function bodyView(row: { readonly [column: string]: unknown }): BodyView {
  const { constituted, seats, template, length } = JSON.parse(row.state as string) as BodyState;
  const key = row.key as string;
  if (constituted === null) throw new Error(`body ${key} has members and was not constituted`);
  const named = template && { name: template.name, revision: template.revision, sha256: template.sha256 };
  return { key, ...constituted, seats, template: named, revision: length - 1 };
}

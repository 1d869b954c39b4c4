import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { oneRow, type Memory } from './read-model.js';

/** How states of one kind are kept as rows: JSON, beside the columns by which rows are looked for. */
export interface StateTable<S> {
  /** `SELECT` of one column `state`, by key. */
  readonly select: string;
  /** `INSERT` and `UPDATE` take the same parameters: the columns, the state, the key. */
  readonly insert: string;
  readonly update: string;
  readonly columns: (state: S) => readonly SQLInputValue[];
  /** How many states stay in memory; those that came first go first. */
  readonly kept: number;
  /** What else is to be written whenever a row is: once for each commit, however often it changed. */
  readonly written?: (state: S, isNew: boolean) => void;
}

interface Held<S> {
  state: S;
  /** Whether the table has a row of that key. */
  stored: boolean;
  dirty: boolean;
}

/**
 * The states of a read model, written once for each commit however many events changed them; while a file is built,
 * when they leave memory. This is bounded by `kept`, and by what one batch changes.
 */
export class StateRows<S> implements Memory {
  private readonly held = new Map<string, Held<S>>();
  /** The last key that had no row: what is new is asked for more than once before it is there. */
  private missed: string | undefined;
  private readonly select: StatementSync;
  private readonly insert: StatementSync;
  private readonly update: StatementSync;

  constructor(
    database: DatabaseSync,
    private readonly table: StateTable<S>,
  ) {
    this.select = database.prepare(table.select);
    this.insert = database.prepare(table.insert);
    this.update = database.prepare(table.update);
  }

  /** The state of that key; undefined when there is none. */
  find(key: string): S | undefined {
    const held = this.held.get(key);
    if (held !== undefined) return held.state;
    if (key === this.missed) return undefined;
    const row = this.select.get(key);
    if (row === undefined) {
      this.missed = key;
      return undefined;
    }
    const state = JSON.parse(row.state as string) as S;
    this.held.set(key, { state, stored: true, dirty: false });
    return state;
  }

  /** @throws Error when there is no state of that key */
  get(key: string, what: string): S {
    const state = this.find(key);
    if (state === undefined) throw new Error(`${what} ${key} is not known`);
    return state;
  }

  /** The first state of a key: when there is one already, this fails, or the commit does. */
  create(key: string, state: S): void {
    if (this.held.has(key)) throw new Error(`row ${key} is there already`);
    this.missed = undefined;
    this.held.set(key, { state, stored: false, dirty: true });
  }

  /** To be called after `find` with the same key, so that what is new is told from what changes. */
  set(key: string, state: S): void {
    const held = this.held.get(key);
    if (held === undefined) {
      this.create(key, state);
    } else {
      held.state = state;
      held.dirty = true;
    }
  }

  flush(): void {
    for (const [key, held] of this.held) if (held.dirty) this.write(key, held);
    this.relieve();
  }

  relieve(): void {
    for (const [key, held] of this.held) {
      if (this.held.size <= this.table.kept) return;
      if (held.dirty) this.write(key, held);
      this.held.delete(key);
    }
  }

  forget(): void {
    this.missed = undefined;
    this.held.clear();
  }

  private write(key: string, held: Held<S>): void {
    const { state, stored } = held;
    const statement = stored ? this.update : this.insert;
    oneRow(statement.run(...this.table.columns(state), JSON.stringify(state), key), `row ${key}`);
    this.table.written?.(state, !stored);
    held.stored = true;
    held.dirty = false;
  }
}

import { Refusal } from '@registre/platform';
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Freshness } from '../views.js';

export type Row = { readonly [column: string]: SQLOutputValue };

/** What a query sees: one state of one authority's read file, whatever is written meanwhile. */
export class ReadSnapshot {
  private readonly statements = new Map<string, StatementSync>();

  /** @param versions the code's version of each read model */
  constructor(
    readonly authority: string,
    private readonly database: DatabaseSync,
    private readonly versions: ReadonlyMap<string, number>,
  ) {}

  /** Answers `query` from the state at its beginning. */
  during<T>(query: (snapshot: ReadSnapshot) => T): T {
    this.database.exec('BEGIN');
    try {
      return query(this);
    } finally {
      this.database.exec('COMMIT');
    }
  }

  row(sql: string, ...parameters: readonly SQLInputValue[]): Row | undefined {
    return this.statement(sql).get(...parameters);
  }

  rows(sql: string, ...parameters: readonly SQLInputValue[]): readonly Row[] {
    return this.statement(sql).all(...parameters);
  }

  /** The same with parameters by name, `:body` in the statement. */
  named(sql: string, parameters: Readonly<Record<string, SQLInputValue>>): readonly Row[] {
    return this.statement(sql).all(parameters);
  }

  /**
   * Up to where an answer from these read models is true: the one that is least far.
   *
   * @throws Refusal `unavailable` while one of them is built anew for the code's version
   */
  freshness(...models: readonly string[]): Freshness {
    const answers = models.map((model) => this.freshnessOf(model));
    return answers.reduce((least, one) => ((one.ordinal ?? -1) < (least.ordinal ?? -1) ? one : least));
  }

  private freshnessOf(model: string): Freshness {
    const row = this.row(
      `SELECT version, read_model.ordinal AS ordinal, here.clock AS clock, halted_at, halted_type, halted_error,
         stop.clock AS halted_clock
       FROM read_model LEFT JOIN log_index AS here ON here.ordinal = read_model.ordinal
         LEFT JOIN log_index AS stop ON stop.ordinal = halted_at
       WHERE name = ?`,
      model,
    );
    if (row === undefined || row.version !== this.versions.get(model)) throw beingRebuilt(model);
    const ordinal = row.ordinal === -1 ? null : (row.ordinal as number);
    const halted =
      row.halted_at === null
        ? null
        : {
            model,
            ordinal: row.halted_at as number,
            recordedAt: row.halted_clock as string,
            type: row.halted_type as string,
            error: row.halted_error as string,
          };
    return { ordinal, recordedAt: row.clock as string | null, halted };
  }

  private statement(sql: string): StatementSync {
    const prepared = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, prepared);
    return prepared;
  }
}

const beingRebuilt = (model: string): Refusal =>
  new Refusal(
    'unavailable',
    'read-model-rebuilding',
    `Ces données sont en cours de reconstruction (${model}) : réessayez dans un instant.`,
  );

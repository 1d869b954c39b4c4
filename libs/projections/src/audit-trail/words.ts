import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Memory } from '../engine/read-model.js';

export const WORD_TABLE =
  'CREATE TABLE audit_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;';

const KEPT = 20_000;

/**
 * Texts that come again and again (types, actors, ids, sources), each by a small number: entries are many, and what
 * they are looked up by must stay short and in the order of their arrival.
 */
export class WordNumbers implements Memory {
  private readonly numbers = new Map<string, number>();
  private readonly select: StatementSync;
  private readonly insert: StatementSync;

  constructor(database: DatabaseSync) {
    this.select = database.prepare('SELECT id FROM audit_word WHERE word = ?');
    this.insert = database.prepare('INSERT INTO audit_word (word) VALUES (?)');
  }

  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const found = Number(this.select.get(word)?.id ?? this.insert.run(word).lastInsertRowid);
    this.numbers.set(word, found);
    return found;
  }

  /** Words are written as they come. */
  flush(): void {
    this.relieve();
  }

  relieve(): void {
    if (this.numbers.size > KEPT) this.forget();
  }

  forget(): void {
    this.numbers.clear();
  }
}

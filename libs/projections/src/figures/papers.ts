import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Irregularity, Report } from '../domain.js';
import type { ProjectedEvent, Projector, ReadModel } from '../engine/read-model.js';

/**
 * What the figures take from elsewhere than a séance's closing: the class and the subsidies of each affair, and the
 * irregularities, which go on after the closing. Nothing here is shown before it.
 */
export const figuresModel: ReadModel = {
  name: 'figures',
  version: 1,
  categories: ['session', 'affair', 'number'],
  tables: `
CREATE TABLE figure_paper (
  affair TEXT PRIMARY KEY,
  session TEXT,
  class TEXT,
  subsidies_known INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE figure_subsidy (affair TEXT NOT NULL, beneficiary TEXT NOT NULL, cents INTEGER NOT NULL) STRICT;
CREATE INDEX figure_subsidy_by_affair ON figure_subsidy (affair);
CREATE TABLE figure_irregularity (session TEXT, affair TEXT, rule TEXT NOT NULL) STRICT;
`,
  indexes: '',
  projector: (database) => new FiguresProjector(database),
};

class FiguresProjector implements Projector {
  readonly memories = [];
  private readonly place: StatementSync;
  private readonly report: StatementSync;
  private readonly removeSubsidies: StatementSync;
  private readonly addSubsidy: StatementSync;
  private readonly addIrregularity: StatementSync;

  constructor(database: DatabaseSync) {
    this.place = database.prepare(
      `INSERT INTO figure_paper (affair, session) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET session = excluded.session`,
    );
    this.report = database.prepare(
      `INSERT INTO figure_paper (affair, class, subsidies_known) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET class = excluded.class, subsidies_known = excluded.subsidies_known`,
    );
    this.removeSubsidies = database.prepare('DELETE FROM figure_subsidy WHERE affair = ?');
    this.addSubsidy = database.prepare(
      'INSERT INTO figure_subsidy (affair, beneficiary, cents) VALUES (?, ?, ?)',
    );
    this.addIrregularity = database.prepare(
      'INSERT INTO figure_irregularity (session, affair, rule) VALUES (?, ?, ?)',
    );
  }

  project(event: ProjectedEvent): void {
    const { irregularities = [] } = event.data as { readonly irregularities?: readonly Irregularity[] };
    for (const { rule } of irregularities) this.addIrregularity.run(...concernedBy(event), rule);
    switch (event.type) {
      case 'AffairPlacedOnAgenda':
        this.place.run(event.data.affair, event.subject);
        return;
      case 'ReportSubmitted':
      case 'ReportRevised':
        return this.take(event.subject, event.data.report);
      default:
        return;
    }
  }

  private take(affair: string, { classification, subsidies }: Report): void {
    this.report.run(affair, classOf(classification), subsidies === null ? 0 : 1);
    this.removeSubsidies.run(affair);
    for (const { beneficiary, amount } of subsidies ?? []) {
      this.addSubsidy.run(affair, beneficiary, Math.round(Number(amount) * 100));
    }
  }
}

/** The séance and the affair; an affair's own is found later by the affair. */
function concernedBy(event: ProjectedEvent): readonly [session: string | null, affair: string | null] {
  const { affair = null } = event.data as { readonly affair?: string | null };
  if (event.category === 'session') return [event.subject, affair];
  return [null, event.category === 'affair' ? event.subject : affair];
}

/** The first level of a classification: `7.5.1` is of class `7`. */
const classOf = (classification: string | null): string | null =>
  classification === null ? null : (classification.split('.')[0] ?? null);

import type { AffairDossier } from '@registre/projections';
import { countsWording } from '../../wording/ballots';
import { dateMedium } from '../../wording/dates';
import { outcomeWording } from '../../wording/outcomes';
import { statusWording } from '../../wording/sessions';
import { became, certified, counted, published, sent } from './line-facts';
import type { ComparedFact } from './side-by-side';

type OfAct = (dossier: AffairDossier, timezone: string) => string | null;

const ANSWERS = { yes: 'oui', no: 'non', unknown: null };

/** What is compared of an act, in the order in which the act says it. */
const FACTS: readonly (readonly [string, OfAct])[] = [
  ['Numéro', ({ number }) => number],
  ['Objet', ({ report, agenda }) => report?.subject ?? agenda.subject],
  ['Séance', ({ date, bodyName }) => `${dateMedium(date)}, ${bodyName}`],
  ['État de la séance', ({ sessionStatus }) => statusWording(sessionStatus).label],
  ['Issue', ({ agenda }) => agenda.outcome && outcomeWording(agenda.outcome).label],
  ['Résultat proclamé', ({ agenda }) => agenda.proclaimed],
  ['Votes', ({ ballots }) => listed(ballots.map(votesOf), 'aucun')],
  ['Feuillet', ({ sheet }) => counted(sheet)],
  ['Version du rapport', ({ report, reportVersion }) => counted(report && reportVersion)],
  ['Visas', ({ report }) => listed(report?.citations ?? null, 'aucun')],
  ['Considérants', ({ report }) => listed(report?.recitals ?? null, 'aucun')],
  ['Texte du rapport', ({ report }) => (typeof report?.text === 'string' ? report.text : null)],
  ['Annexes', ({ annexes }) => listed(annexes?.map(({ title }) => title) ?? null, 'aucune')],
  ['Extrait', ({ extract }, timezone) => certified(extract?.certifiedAt ?? null, timezone)],
  ['Transmis au préfet', ({ transmission }) => transmission && sent(transmission)],
  ['Accusé de réception', ({ acknowledgement }) => acknowledgement && sent(acknowledgement)],
  ['Publié', ({ publications }) => listed(publications.map(published), null)],
  ['Exécutoire', ({ enforceability }) => enforceability && ANSWERS[enforceability.answer]],
  ['Suites', ({ fates }) => listed(fates.map(became), 'aucune')],
  [
    'Irrégularités',
    ({ irregularities }) =>
      listed(
        irregularities.map(({ found }) => found),
        'aucune',
      ),
  ],
  [
    'Contenus effacés',
    ({ erasures }) =>
      listed(
        erasures.map(({ basis }) => basis),
        'aucun',
      ),
  ],
];

/** Null: not known. */
function listed<N extends string | null>(texts: readonly string[] | null, none: N): string | N | null {
  if (texts === null) return null;
  return texts.length === 0 ? none : texts.join('\n');
}

function votesOf({ closed, voided }: AffairDossier['ballots'][number]): string {
  if (voided !== null) return 'scrutin annulé';
  return closed === null ? 'scrutin non clos' : countsWording(closed.tally);
}

/** An act at two moments; null: the register did not know of it yet. */
export function factsOfAct(
  before: AffairDossier | null,
  after: AffairDossier,
  timezone: string,
): readonly ComparedFact[] {
  return FACTS.map(([name, of]) => ({
    name,
    before: before === null ? 'pas encore connu du registre' : of(before, timezone),
    after: of(after, timezone),
  }));
}

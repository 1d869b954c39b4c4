import type { BallotOutcome, Outcome } from '@registre/deliberation';

export type Tone = 'good' | 'bad' | 'neutral' | 'warning' | 'draft';

const OUTCOMES: { readonly [outcome in Outcome]: { readonly label: string; readonly tone: Tone } } = {
  adopted: { label: 'Adoptée', tone: 'good' },
  rejected: { label: 'Rejetée', tone: 'bad' },
  noted: { label: 'Pris acte', tone: 'neutral' },
  postponed: { label: 'Reportée', tone: 'neutral' },
  withdrawn: { label: 'Retirée', tone: 'neutral' },
};

/** What became of an affair. */
export const outcomeWording = (outcome: Outcome) => OUTCOMES[outcome];

const RESULTS: { readonly [outcome in BallotOutcome]: { readonly label: string; readonly tone: Tone } } = {
  adopted: { label: 'Adoptée', tone: 'good' },
  rejected: { label: 'Rejetée', tone: 'bad' },
  elected: { label: 'Élection acquise', tone: 'good' },
  'no-majority': { label: 'Pas de majorité à ce tour', tone: 'neutral' },
};

/** What a ballot gave. */
export const resultWording = (outcome: BallotOutcome) => RESULTS[outcome];

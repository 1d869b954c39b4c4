import { choiceLong, methodLong, type BallotInSession } from '../domain.js';
import { csvHead, csvLine, type CsvColumns } from '../csv.js';
import { namedVotes, type NamedVote } from '../sessions/member-rows.js';
import type { AffairDossier } from '../views.js';

interface VoteLine extends NamedVote {
  readonly dossier: AffairDossier;
  readonly rank: number;
  readonly of: BallotInSession;
}

/** The votes by name on an affair, for a spreadsheet. A secret ballot has none, and a void one counts for nothing. */
export function votesCsv(dossier: AffairDossier): string {
  const lines = dossier.ballots.flatMap((of, place) =>
    namedVotes(of).map((vote): VoteLine => ({ ...vote, dossier, of, rank: place + 1 })),
  );
  return csvHead(COLUMNS) + lines.map((line) => csvLine(COLUMNS, line)).join('');
}

/** What each column holds is told in docs/exports.md. */
const COLUMNS: CsvColumns<VoteLine> = {
  date: ({ dossier }) => dossier.date,
  numero: ({ dossier }) => dossier.number,
  scrutin: ({ rank }) => rank,
  question: ({ of }) => of.question,
  mode: ({ of }) => of.method && methodLong(of.method),
  nom: ({ dossier, seat }) => dossier.members[seat]?.familyName ?? seat,
  prenom: ({ dossier, seat }) => dossier.members[seat]?.givenName ?? null,
  groupe: ({ dossier, seat }) => dossier.members[seat]?.group ?? null,
  vote: ({ choice }) => choiceLong(choice),
  vote_porte_par: ({ dossier, voter }) => voter && nameOf(dossier, voter),
};

function nameOf({ members }: AffairDossier, ref: string): string {
  const member = members[ref];
  return member === undefined ? ref : `${member.givenName ?? ''} ${member.familyName}`.trim();
}

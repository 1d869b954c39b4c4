import { courseOf } from '../session-record/course.js';
import type { RecordBallot, SessionRecord } from '../session-record/session-record.js';
import { ballotsOf, countsOf, votesForCandidates } from './ballots.js';
import { finder, type Find, type Finding } from './finding.js';

/**
 * Check 19: a secret ballot names nobody (R17); the papers found are the votes, the blank and the null ones; what is
 * stated of the votes expressed and of the majority agrees with the votes.
 */
export function checkPapers(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '19');
  return ballotsOf(courseOf(record)).flatMap(({ ballot, path }) => [
    ...named(find, ballot, path),
    ...ofPublicBallot(find, ballot, path),
    ...papers(find, ballot, path),
    ...stated(find, ballot, path),
  ]);
}

function named(find: Find, { method, named: names }: RecordBallot, path: string): readonly Finding[] {
  if (method !== 'secret' || names === null) return [];
  const message = 'Un scrutin secret ne dit pas qui a voté quoi : ces noms ne peuvent pas être enregistrés.';
  return [find('S', 'R17.named', `${path}.named`, message)];
}

/** A ballot that is not said to be secret has no papers: what the source counts of them is kept with the contradiction. */
function ofPublicBallot(find: Find, ballot: RecordBallot, path: string): readonly Finding[] {
  if (ballot.method === 'secret') return [];
  return PAPERS.flatMap(([field, what]) => {
    const count = ballot[field];
    if (count === null) return [];
    const message = `Le scrutin n’est pas dit secret, et la source y compte ${count} ${what}.`;
    return [find('I', 'R17.papers', `${path}.${field}`, message)];
  });
}

const PAPERS = [
  ['found', 'bulletin(s) trouvé(s)'],
  ['blank', 'blanc(s)'],
  ['nullVotes', 'nul(s)'],
  ['blankOrNull', 'blanc(s) ou nul(s)'],
] as const;

function papers(find: Find, ballot: RecordBallot, path: string): readonly Finding[] {
  const { found, blank, nullVotes, blankOrNull, roll } = ballot;
  const sum = blank === null || nullVotes === null ? null : blank + nullVotes;
  const empty = blankOrNull ?? sum;
  const votes = votesExpressed(ballot);
  const findings: Finding[] = [];
  if (sum !== null && blankOrNull !== null && sum !== blankOrNull) {
    const message = `Blancs et nuls font ${sum} et leur total est dit ${blankOrNull}.`;
    findings.push(find('I', 'R17.papers', `${path}.blankOrNull`, message));
  }
  if (found !== null && roll !== null && found > roll) {
    findings.push(
      find('S', 'R14.above-roll', `${path}.found`, `${found} bulletins trouvés pour ${roll} votants.`),
    );
  }
  if (found !== null && votes !== null && empty !== null && votes + empty !== found) {
    const message = `Exprimés, blancs et nuls font ${votes + empty} pour ${found} bulletins trouvés.`;
    findings.push(find('I', 'R17.papers', `${path}.found`, message));
  }
  return findings;
}

/** Null: some of them are not known, or a paper may bear several. */
function votesExpressed(ballot: RecordBallot): number | null {
  const { candidates } = ballot;
  if (candidates === null) {
    const { for: inFavour, against } = countsOf(ballot);
    return inFavour === null || against === null ? null : inFavour + against;
  }
  const several = candidates.filter(({ elected }) => elected === true).length > 1;
  return several || candidates.some(({ votes }) => votes === null) ? null : votesForCandidates(ballot);
}

function stated(find: Find, ballot: RecordBallot, path: string): readonly Finding[] {
  const { expressed, majority } = ballot;
  const votes = votesExpressed(ballot);
  const counted = votes ?? expressed;
  const needed = counted === null ? null : Math.floor(counted / 2) + 1;
  const findings: Finding[] = [];
  if (expressed !== null && votes !== null && expressed !== votes) {
    const message = `${expressed} suffrages exprimés annoncés et ${votes} comptés.`;
    findings.push(find('I', 'R17.stated', `${path}.expressed`, message));
  }
  if (majority !== null && needed !== null && majority !== needed) {
    const message = `Majorité absolue annoncée : ${majority} ; calculée : ${needed}.`;
    findings.push(find('I', 'R17.stated', `${path}.majority`, message));
  }
  return findings;
}

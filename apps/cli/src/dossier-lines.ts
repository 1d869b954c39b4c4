import {
  answerLong,
  cellLong,
  CELLS,
  contentKindLong,
  dateLong,
  fateTold,
  fullName,
  methodLong,
  occurredLong,
  outcomeLong,
  publicationLong,
  quorumLong,
  papersLong,
  resultLong,
  basisLong,
  ruleLong,
  UNKNOWN,
  type BallotInSession,
  type ComputedResult,
} from '@registre/deliberation';
import type { AffairDossier } from '@registre/projections';

/** An affair for people, line by line: what is not known is said so, and never 0. */
export function dossierLines(dossier: AffairDossier): string[] {
  return [
    `${dossier.number ?? `Affaire ${dossier.agenda.order ?? dossier.agenda.key}`} — ${dossier.agenda.subject}`,
    ...dossier.fates.map((fate) => `⚠ L’ACTE ${fateTold(fate)}`),
    `${dossier.authority.name}, ${dossier.bodyName}, séance du ${dateLong(dossier.date)}`,
    ...asKnownLines(dossier),
    ...inEffectLines(dossier),
    '',
    ...sessionLines(dossier),
    '',
    ...presenceLines(dossier),
    '',
    ...dossier.ballots.flatMap((ballot) => [...ballotLines(dossier, ballot), '']),
    ...outcomeLines(dossier),
    '',
    ...afterwardsLines(dossier),
    ...warnings(dossier),
  ];
}

// An imported past is known only since its import: the page says so.
function asKnownLines({ asKnown }: AffairDossier): string[] {
  if (asKnown === null) return [];
  const utc = (clock: string) => `${clock.slice(0, 19).replace('T', ' à ')} UTC`;
  const { ordinal, recordedAt, knownSince } = asKnown;
  return [
    `Tel que connu du registre au n° ${ordinal} (${utc(recordedAt)}) ; connue depuis le ${utc(knownSince)}`,
  ];
}

function inEffectLines({ inEffect }: AffairDossier): string[] {
  if (inEffect === null) return [];
  const { on, answer, since, until, why } = inEffect;
  const span = [since && `depuis le ${dateLong(since)}`, until && `jusqu’au ${dateLong(until)} exclu`];
  const days = span.filter((one) => one !== null).join(', ');
  const dates = days === '' ? '' : ` (${days})`;
  return [line(`En vigueur le ${dateLong(on)}`, `${answerLong(answer)}${dates} — ${why}`)];
}

const line = (label: string, value: string | number | null): string => `${label} : ${value ?? UNKNOWN}`;

const names = (dossier: AffairDossier, refs: readonly string[] | null): string | null => {
  if (refs === null) return null;
  if (refs.length === 0) return 'aucun';
  return refs.map((ref) => nameOf(dossier, ref)).join(', ');
};

function nameOf({ members }: AffairDossier, ref: string): string {
  const member = members[ref];
  return member === undefined ? ref : fullName(member);
}

function sessionLines(dossier: AffairDossier): string[] {
  const { openedAt, closedAt, convenedOn, secretaries, inOffice } = dossier;
  const at = (moment: AffairDossier['openedAt']) => (moment?.time ? occurredLong(moment) : null);
  return [
    line('Convocation', convenedOn === null ? null : dateLong(convenedOn)),
    line('Ouverture', at(openedAt)),
    line('Clôture', at(closedAt)),
    line('Secrétaire', names(dossier, secretaries)),
    line('Membres en exercice', inOffice),
  ];
}

function presenceLines(dossier: AffairDossier): string[] {
  const { called } = dossier.agenda;
  if (called === null) return ['Affaire non appelée'];
  const { room, quorum } = called;
  const nobody = dossier.inOffice === null ? 'aucun parmi les membres nommés' : 'aucun';
  const counted = (label: string, refs: readonly string[] | null) =>
    refs?.length === 0
      ? line(label, nobody)
      : line(refs ? `${label} (${refs.length})` : label, names(dossier, refs));
  const proxies = room.proxies?.map(
    ({ giver, bearer }) =>
      `${nameOf(dossier, giver)} à ${bearer === null ? UNKNOWN : nameOf(dossier, bearer)}`,
  );
  return [
    line('Présidence', room.chair === null ? null : nameOf(dossier, room.chair)),
    counted('Présents', room.present),
    counted('Excusés', room.excused),
    counted('Absents', room.absent),
    line('Pouvoirs', proxies === undefined ? null : proxies.length === 0 ? 'aucun' : proxies.join(' ; ')),
    line('Quorum', quorumLong(quorum)),
  ];
}

function ballotLines(dossier: AffairDossier, ballot: BallotInSession): string[] {
  const { closed, method, question, roll } = ballot;
  const isVoid = ballot.voided !== null;
  const title = `Scrutin${question === null ? '' : ` « ${question} »`} — ${method === null ? line('mode', null) : methodLong(method)}${isVoid ? ' — ANNULÉ' : ''}`;
  if (ballot.voided !== null) return [title, `  ${line('motif', ballot.voided.reason)}`];
  if (closed === null) return [title, '  en cours'];
  const { tally, computed, declared } = closed;
  const counts = CELLS.map((cell) => {
    const deduced = tally.deduced.includes(cell) ? ' (déduit)' : '';
    const who = tally.named[cell]?.length ? ` — ${names(dossier, tally.named[cell])}` : '';
    return `  ${line(cellLong(cell), tally.counts[cell])}${deduced}${who}`;
  });
  const candidates = tally.candidates?.map(
    ({ member, name, votes, elected }) =>
      `  ${line(name ?? nameOf(dossier, member ?? ''), votes)}${elected === true ? ' — élu(e)' : ''}`,
  );
  return [
    title,
    `  ${line(roll.exact ? 'votants' : 'votants (au plus)', roll.size)}`,
    ...(tally.papers === null ? [] : [`  ${papersLong(tally.papers)}`]),
    ...(candidates ?? counts),
    `  ${line('calculé', computed === null ? null : resultWithBasis(computed))}`,
    `  ${line('proclamé', declared.proclaimed)}`,
  ];
}

function resultWithBasis(computed: ComputedResult): string {
  const basis = basisLong(computed.basis);
  return resultLong(computed) + (basis === null ? '' : ` (${basis})`);
}

function outcomeLines({ agenda, sheet, extract, annexes }: AffairDossier): string[] {
  const reason = agenda.outcomeReason === null ? '' : ` (${agenda.outcomeReason})`;
  return [
    line('Issue', agenda.outcome === null ? null : outcomeLong(agenda.outcome) + reason),
    line('Proclamé', agenda.proclaimed),
    line('Feuillet', sheet),
    line('Annexes', annexes === null ? null : annexes.map(({ title }) => title).join(' ; ') || 'aucune'),
    line('Extrait', extractState(agenda.outcome, extract)),
  ];
}

function afterwardsLines(dossier: AffairDossier): string[] {
  const { enforceability, transmission, acknowledgement, publications, erasures } = dossier;
  if (enforceability === null) return [];
  const since = enforceability.since === null ? '' : ` depuis le ${dateLong(enforceability.since)}`;
  return [
    line('Transmission au préfet', transmission && transmissionLong(transmission)),
    line('Accusé de réception', acknowledgement && transmissionLong(acknowledgement)),
    line('Publication', publications.length === 0 ? null : publications.map(publicationOf).join(' ; ')),
    line('Exécutoire', `${answerLong(enforceability.answer)}${since} — ${enforceability.why}`),
    ...erasures.map(({ what, basis }) => `⚠ Contenu effacé (${contentKindLong(what)}) : ${basis}`),
  ];
}

const dated = (on: string | null): string => (on === null ? 'date non renseignée' : dateLong(on));

const transmissionLong = ({ on, identifier }: NonNullable<AffairDossier['transmission']>): string =>
  identifier === null ? dated(on) : `${dated(on)} (${identifier})`;

function publicationOf({ on, media, masked }: AffairDossier['publications'][number]): string {
  const how = media === null ? '' : `, ${media.map(publicationLong).join(', ')}`;
  return `${dated(on)}${how}${masked === true ? ', données personnelles masquées' : ''}`;
}

function extractState(
  outcome: AffairDossier['agenda']['outcome'],
  extract: AffairDossier['extract'],
): string {
  if (extract !== null) return `certifié, le : ${extract.certifiedOn ?? UNKNOWN}`;
  const decided = outcome === 'adopted' || outcome === 'rejected' || outcome === 'noted';
  return decided ? 'PROJET – non certifié' : 'aucun, l’affaire n’est pas décidée';
}

function warnings({ irregularities, disagreements }: AffairDossier): string[] {
  return [
    ...irregularities.map(({ rule, found, reason }) => `⚠ ${ruleLong(rule)} : ${found} — ${reason}`),
    ...disagreements.map(({ check, message }) => `⚠ Désaccord de la source (contrôle ${check}) : ${message}`),
  ];
}

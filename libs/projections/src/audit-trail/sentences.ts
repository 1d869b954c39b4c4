import {
  CELLS,
  attendanceLong,
  attendanceModeLong,
  basisLong,
  cellLong,
  dateLong,
  fullName,
  methodLong,
  orUnknown,
  outcomeLong,
  papersLong,
  mentionLong,
  publicationLong,
  quorumLong,
  resultLong,
  roundLong,
  unhandled,
  type AffairEvent,
  type Attendance,
  type AuthorityEvent,
  type BallotEvent,
  type BodyEvent,
  type CandidateVotes,
  type Correction,
  type LaterAct,
  type Choice,
  type Counts,
  type DeliberationEvent,
  type NumberEvent,
  type Quorum,
  type RecordEvent,
  type RegisterEvent,
  type Rest,
  type Roll,
  type SessionEvent,
  type SheetEntry,
} from '../domain.js';
import type { AffairContext, BodyContext, Person, SessionContext } from './context.js';

/** What an event is about, as far as the events before it tell. */
export interface About {
  readonly body: BodyContext | undefined;
  readonly session: SessionContext | undefined;
  readonly affair: AffairContext | undefined;
}

/**
 * What happened, in one French sentence without a full stop; what is not known is said to be so. The spaces before
 * « ; » and « : » and inside « » break no line.
 */
export function sentenceOf(event: DeliberationEvent & { readonly category: string }, about: About): string {
  switch (event.category) {
    case 'authority':
      return ofAuthority(event as AuthorityEvent);
    case 'body':
      return ofBody(event as BodyEvent, about);
    case 'session':
      return ofSession(event as SessionEvent, about);
    case 'ballot':
      return ofBallot(event as BallotEvent, about);
    case 'affair':
      return ofAffair(event as AffairEvent, about);
    case 'register':
      return ofRegister(event as RegisterEvent, about);
    case 'number':
      return ofNumber(event as NumberEvent, about);
    default:
      return ofRecord(event as RecordEvent);
  }
}

function ofAuthority({ type, data }: AuthorityEvent): string {
  const what = type === 'AuthorityRegistered' ? 'ouvre son registre' : 'est décrite à nouveau';
  return `La collectivité ${quoted(data.name)} ${what}`;
}

function ofBody(event: BodyEvent, { body }: About): string {
  switch (event.type) {
    case 'BodyConstituted':
      return `L’instance ${quoted(event.data.name)} est constituée`;
    case 'MemberSeated': {
      const { seat } = event.data;
      const office = seat.office === null ? '' : ` (${seat.office})`;
      const as = seat.substituteOf === null ? '' : ` comme suppléant${endingOf(seat.civility)}`;
      return `${fullName(seat)}${office} siège${as} dans l’instance ${quoted(body?.name ?? '')}`;
    }
    case 'MemberUnseated': {
      const { member, until, reason } = event.data;
      return `${holder(body, member)} cesse de siéger (dernier jour\u00a0: ${dateLong(until)})${because(reason)}`;
    }
    case 'OfficeAssigned': {
      const { member, office, from } = event.data;
      const since = from === null ? '' : ` à compter du ${dateLong(from)}`;
      const what = office === null ? 'n’exerce plus de fonction' : `exerce la fonction\u00a0: ${office}`;
      return `${holder(body, member)} ${what}${since}`;
    }
    case 'MembersMerged':
      return `${quoted(event.data.from)} et ${quoted(event.data.into)} désignent la même personne`;
    case 'RulesAdopted': {
      const since = event.data.on === null ? '' : ` le ${dateLong(event.data.on)}`;
      return `L’instance ${quoted(body?.name ?? '')} adopte ses règles${since}`;
    }
    case 'TemplateAdopted':
      return `L’instance ${quoted(body?.name ?? '')} adopte le modèle d’extrait ${quoted(event.data.name)}`;
    default:
      return unhandled(event);
  }
}

function ofSession(event: SessionEvent, about: About): string {
  switch (event.type) {
    case 'SessionConvened': {
      const { convenedOn, bodyAtSession } = event.data;
      const sent = convenedOn === null ? orUnknown(null) : dateLong(convenedOn);
      return `Séance${onDay(about)} convoquée (${bodyAtSession.name})\u00a0; envoi de la convocation\u00a0: ${sent}`;
    }
    case 'SessionOpened': {
      const { bodyAtSession, quorum } = event.data;
      const there = quorum === null ? '' : `\u00a0; quorum\u00a0: ${presenceLong(quorum)}`;
      return `Séance${onDay(about)} ouverte\u00a0; membres en exercice\u00a0: ${orUnknown(bodyAtSession.inOffice)}${there}`;
    }
    case 'SessionClosed':
      return `Séance${onDay(about)} close`;
    case 'ConvocationSent':
    case 'SessionNotQuorate':
    case 'UrgencyConfirmed':
    case 'DoorsClosed':
    case 'DoorsReopened':
    case 'SessionSuspended':
    case 'SessionResumed':
      return ofCourse(event, about);
    case 'EntryCorrected':
      return `Rectification\u00a0: ${correctionLong(event.data.correction, about)}${because(event.data.reason)}`;
    case 'ListPosted':
      return `Liste des délibérations affichée${on(event.data.on)}`;
    case 'MinutesSettled':
      return `Procès-verbal arrêté${on(event.data.on)}`;
    case 'MinutesPublished':
      return `Procès-verbal publié${on(event.data.on)}`;
    case 'AffairPlacedOnAgenda':
    case 'AffairCalled':
    case 'DebateNoted':
    case 'AffairDecided':
    case 'AffairNoted':
    case 'AffairPostponed':
    case 'AffairWithdrawn':
    case 'MemberRecused':
      return ofAffairInSession(event, about);
    case 'BallotRequested':
    case 'BallotOpened':
    case 'BallotVoided':
    case 'BallotClosed':
      return ofBallotInSession(event, about);
    default:
      return ofMember(event, about);
  }
}

type AffairInSessionEvent = Extract<
  SessionEvent,
  {
    type:
      | 'AffairPlacedOnAgenda'
      | 'AffairCalled'
      | 'DebateNoted'
      | 'AffairDecided'
      | 'AffairNoted'
      | 'AffairPostponed'
      | 'AffairWithdrawn'
      | 'MemberRecused';
  }
>;
type BallotInSessionEvent = Extract<
  SessionEvent,
  { type: 'BallotRequested' | 'BallotOpened' | 'BallotVoided' | 'BallotClosed' }
>;
type CourseEvent = Extract<
  SessionEvent,
  {
    type:
      | 'ConvocationSent'
      | 'SessionNotQuorate'
      | 'UrgencyConfirmed'
      | 'DoorsClosed'
      | 'DoorsReopened'
      | 'SessionSuspended'
      | 'SessionResumed';
  }
>;
type MemberEvent = Exclude<
  SessionEvent,
  | AffairInSessionEvent
  | BallotInSessionEvent
  | CourseEvent
  | {
      type:
        | 'SessionConvened'
        | 'SessionOpened'
        | 'SessionClosed'
        | 'EntryCorrected'
        | 'ListPosted'
        | 'MinutesSettled'
        | 'MinutesPublished';
    }
>;

function ofCourse(event: CourseEvent, about: About): string {
  switch (event.type) {
    case 'ConvocationSent': {
      const { recipients } = event.data;
      const to = orUnknown(recipients?.length ?? null);
      return `Convocation envoyée${on(event.data.on)}\u00a0; destinataires\u00a0: ${to}`;
    }
    case 'SessionNotQuorate':
      return `Séance${onDay(about)} non tenue, faute de quorum\u00a0: ${presenceLong(event.data.quorum)}`;
    case 'UrgencyConfirmed': {
      const { confirmed } = event.data;
      if (confirmed === null) return `Avis de l’assemblée sur l’urgence\u00a0: ${orUnknown(null)}`;
      return confirmed ? 'L’assemblée admet l’urgence' : 'L’assemblée n’admet pas l’urgence';
    }
    case 'DoorsClosed':
      return `La séance se poursuit à huis clos${because(event.data.reason)}`;
    case 'DoorsReopened':
      return 'Fin du huis clos';
    case 'SessionSuspended':
      return `Séance suspendue${because(event.data.reason)}`;
    case 'SessionResumed':
      return `Séance reprise\u00a0; quorum\u00a0: ${presenceLong(event.data.quorum)}`;
    default:
      return unhandled(event);
  }
}

function ofAffairInSession(event: AffairInSessionEvent, about: About): string {
  const { affair } = about;
  switch (event.type) {
    case 'MemberRecused': {
      const { member, left } = event.data;
      const out = left === null ? '' : left ? ' et quitte la salle' : ' sans quitter la salle';
      return `${person(about, member)} se déporte pour l’a${named(affair)}${out}`;
    }
    case 'AffairPlacedOnAgenda':
      return `Affaire inscrite à l’ordre du jour, numéro d’ordre ${orUnknown(event.data.order)}\u00a0: ${quoted(event.data.subject)}`;
    case 'AffairCalled':
      return `A${named(affair)} appelée\u00a0; quorum\u00a0: ${presenceLong(event.data.quorum)}`;
    case 'DebateNoted':
      return `Débat noté sur l’a${named(affair)}`;
    case 'AffairDecided':
      return `A${titled(affair)} ${outcomeLong(event.data.outcome)}${proclaimedLong(event.data.proclaimed)}`;
    case 'AffairNoted':
      return `Il est pris acte de l’a${titled(affair)}${proclaimedLong(event.data.proclaimed)}`;
    case 'AffairPostponed':
      return `A${titled(affair)} ${outcomeLong('postponed')}\u00a0; motif\u00a0: ${orUnknown(event.data.reason)}`;
    case 'AffairWithdrawn':
      return `A${titled(affair)} ${outcomeLong('withdrawn')}\u00a0; motif\u00a0: ${orUnknown(event.data.reason)}`;
    default:
      return unhandled(event);
  }
}

function ofBallotInSession(event: BallotInSessionEvent, about: About): string {
  if (event.type === 'BallotOpened') {
    const { question, method, round, roll } = event.data;
    const asked = question === null ? '' : ` (${quoted(question)})`;
    const which = round === null ? '' : `, ${roundLong(round)}`;
    const how = method === null ? `mode de vote\u00a0: ${orUnknown(null)}` : methodLong(method);
    return `Scrutin ouvert${onWhat(about)}${asked}${which}\u00a0: ${how}\u00a0; ${rollLong(roll)}`;
  }
  if (event.type === 'BallotVoided') return `Scrutin annulé${onWhat(about)}${because(event.data.reason)}`;
  if (event.type === 'BallotRequested') {
    const { method, requestedBy, count } = event.data;
    const many = orUnknown(count ?? requestedBy?.length ?? null);
    return `Mode de vote demandé${onWhat(about)}\u00a0: ${methodLong(method)}\u00a0; demandeurs\u00a0: ${many}`;
  }
  const { tally, computed, declared } = event.data;
  const basis = basisLong(computed?.basis ?? null);
  const why = basis === null ? '' : ` (${basis})`;
  const result = computed === null ? orUnknown(null) : resultLong(computed) + why;
  const proclaimed = proclaimedLong(declared.proclaimed);
  return `Scrutin clos${onWhat(about)}\u00a0; ${countsLong(tally.counts)}\u00a0; résultat calculé\u00a0: ${result}${proclaimed}`;
}

function ofMember(event: MemberEvent, about: About): string {
  switch (event.type) {
    case 'MemberPresent': {
      const { member, mode } = event.data;
      const where = mode === 'remote' ? ` ${attendanceModeLong(mode)}` : '';
      return attendance(about, member, 'present') + where;
    }
    case 'MemberExcused':
      return attendance(about, event.data.member, 'excused');
    case 'MemberAbsent':
      return attendance(about, event.data.member, 'absent');
    case 'MemberRepresented':
      return attendance(about, event.data.member, 'represented');
    case 'ProxyGiven': {
      const { giver, bearer } = event.data;
      const to =
        bearer === null ? `\u00a0; mandataire\u00a0: ${orUnknown(null)}` : ` à ${person(about, bearer)}`;
      return `${person(about, giver)} donne pouvoir${to}`;
    }
    case 'ProxyRevoked':
      return `Le pouvoir de ${person(about, event.data.giver)} prend fin${because(event.data.reason)}`;
    case 'MemberInstalled': {
      const { seat, reason } = event.data;
      return `${fullName(seat)} est installé${endingOf(seat.civility)} dans ses fonctions${because(reason)}`;
    }
    case 'MemberResigned':
      return `${person(about, event.data.member)} cesse ses fonctions${because(event.data.reason)}`;
    case 'MemberArrived':
      return `${person(about, event.data.member)} arrive en séance${because(event.data.reason)}`;
    case 'MemberLeft':
      return `${person(about, event.data.member)} quitte la séance${because(event.data.reason)}`;
    case 'ChairTaken':
      return `${person(about, event.data.member)} prend la présidence${because(event.data.reason)}`;
    case 'SecretaryAppointed': {
      const { member } = event.data;
      const ending = endingOf(find(about, member)?.civility ?? null);
      return `${person(about, member)} est désigné${ending} secrétaire de séance`;
    }
    default:
      return unhandled(event);
  }
}

const restLong = (rest: Rest | null): string =>
  rest === null ? '' : `\u00a0; les autres\u00a0: ${cellLong(rest)}`;

function ofBallot(event: BallotEvent, about: About): string {
  switch (event.type) {
    case 'VotingOpened':
      return `Vote ouvert${onWhat(about)}\u00a0; ${rollLong(event.data.roll)}`;
    case 'VoteCast': {
      const { seat, voter, choice } = event.data;
      return `${person(about, seat)} ${CHOICES[choice]}${castBy(about, seat, voter)}`;
    }
    case 'HandsCounted':
      return `Voix comptées${onWhat(about)}\u00a0; ${countsLong(event.data.counts)}${restLong(event.data.rest)}`;
    case 'VoterSigned':
      return `${person(about, event.data.seat)} a voté (émargement)${castBy(about, event.data.seat, event.data.voter)}`;
    case 'SecretTallyRecorded': {
      const { papers, counts, candidates } = event.data;
      const what = candidates === null ? countsLong(counts) : candidatesLong(candidates, about);
      return `Dépouillement${onWhat(about)}\u00a0; ${papersLong(papers)}\u00a0; ${what}`;
    }
    case 'VotingVoided':
      return `Vote annulé${onWhat(about)}${because(event.data.reason)}`;
    case 'VotingClosed':
      return `Vote clos${onWhat(about)}`;
    default:
      return unhandled(event);
  }
}

function ofAffair(event: AffairEvent, about: About): string {
  switch (event.type) {
    case 'ReportSubmitted':
    case 'ReportRevised': {
      const { subject, rapporteur } = event.data.report;
      const member = rapporteur?.member ?? null;
      const who = member === null ? (rapporteur?.role ?? null) : person(about, member);
      const what = event.type === 'ReportSubmitted' ? 'déposé' : 'révisé';
      const why =
        event.type === 'ReportSubmitted' ? '' : `\u00a0; motif\u00a0: ${orUnknown(event.data.reason)}`;
      return `Rapport ${what}\u00a0: ${quoted(subject)}\u00a0; rapporteur\u00a0: ${orUnknown(who)}${why}`;
    }
    case 'AnnexAttached':
      return `Annexe jointe à l’a${titled(about.affair)}\u00a0: ${quoted(event.data.title)}`;
    case 'AffairNumbered':
      return `Numéro ${event.data.number} donné à l’a${titled(about.affair)}`;
    case 'ExtractCertified': {
      const { member, office } = event.data.signatory;
      const by = member === null ? orUnknown(office) : person(about, member);
      return `Extrait certifié de l’a${titled(about.affair)}\u00a0; signataire\u00a0: ${by}`;
    }
    default:
      return ofAct(event, about);
  }
}

type PaperEvent = Extract<
  AffairEvent,
  {
    type: 'ReportSubmitted' | 'ReportRevised' | 'AnnexAttached' | 'AffairNumbered' | 'ExtractCertified';
  }
>;

/** What became of an act after the séance. */
function ofAct(event: Exclude<AffairEvent, PaperEvent>, { affair }: About): string {
  const act = `a${titled(affair)}`;
  switch (event.type) {
    case 'TransmittedToPrefecture':
      return `Transmission au préfet de l’${act}${on(event.data.on)}`;
    case 'TransmissionAcknowledged':
      return `Accusé de réception du préfet pour l’${act}${on(event.data.on)}`;
    case 'DeliberationPublished': {
      const { on: day, media } = event.data;
      const how = media === null ? orUnknown(null) : media.map(publicationLong).join(', ');
      return `Publication de l’${act}${on(day)}\u00a0: ${how}`;
    }
    case 'MaterialErrorCorrected':
      return `Erreur matérielle corrigée dans l’${act}${fateLong(event.data)}`;
    case 'DeliberationRectified':
      return `Délibération rectificative pour l’${act}${fateLong(event.data)}`;
    case 'VoteRectified':
      return `Vote rectifié pour l’${act}${fateLong(event.data)}\u00a0; ${countsLong(event.data.counts)}`;
    case 'DeliberationWithdrawn':
      return `Retrait de l’${act}${fateLong(event.data)}`;
    case 'DeliberationRepealed':
      return `Abrogation de l’${act}${fateLong(event.data)}`;
    case 'DeliberationReplaced':
      return `Annulation et remplacement de l’${act}${fateLong(event.data)}`;
    case 'DeliberationAnnulled':
      return `Annulation par le juge de l’${act}${fateLong(event.data)}`;
    case 'MentionStruckOut': {
      const { kind, reason } = event.data;
      return `Mention rayée de l’${act}\u00a0: ${mentionLong(kind)}${because(reason)}`;
    }
    case 'ContentErased':
      return `Contenu effacé de l’${act}\u00a0; fondement\u00a0: ${event.data.basis}`;
    case 'ErasureCompleted':
      return `Contenu effacé ôté du dépôt de fichiers, pour l’${act}`;
    default:
      return unhandled(event);
  }
}

function fateLong({ on: day, byNumber, by, note }: LaterAct): string {
  const who = [by, byNumber === null ? null : `n° ${byNumber}`].filter((one) => one !== null);
  const told = who.length === 0 ? '' : ` (${who.join(', ')})`;
  return `${on(day)}${told}${because(note)}`;
}

function ofRegister(event: RegisterEvent, about: About): string {
  switch (event.type) {
    case 'RegisterOpened': {
      const { body, year, firstSheet } = event.data;
      const at = firstSheet === 1 ? '' : ` au feuillet ${firstSheet}`;
      return `Registre ${year} ouvert${at} (${about.body?.name ?? body})`;
    }
    case 'SheetsEntered': {
      const { entries } = event.data;
      const where = `au registre pour la séance${onDay(about)}`;
      if (entries.length === 0) return `Aucune affaire à inscrire ${where}`;
      const s = plural(entries.length);
      return `${entries.length} affaire${s} inscrite${s} ${where}\u00a0; ${sheetsLong(entries)}`;
    }
    default:
      return unhandled(event);
  }
}

function ofNumber({ data }: NumberEvent, { affair }: About): string {
  return `Numéro ${data.number} retenu pour l’a${titled(affair)}`;
}

function ofRecord(event: RecordEvent): string {
  switch (event.type) {
    case 'RecordImported': {
      const { record, revision, affairs, disagreements } = event.data;
      return `Dossier de séance ${quoted(record)} importé, révision ${revision}\u00a0; affaires\u00a0: ${affairs.length}\u00a0; désaccords\u00a0: ${disagreements}`;
    }
    case 'DisagreementRecorded':
      return `Désaccord dans le dossier de séance (contrôle ${event.data.check})\u00a0: ${event.data.message}`;
    default:
      return unhandled(event);
  }
}

const CHOICES: { readonly [choice in Choice]: string } = {
  for: 'vote pour',
  against: 'vote contre',
  abstention: 's’abstient',
  'not-taking-part': 'ne prend pas part au vote',
};

const find = ({ session }: About, ref: string): Person | undefined => session?.people[ref];

function person(about: About, ref: string): string {
  const found = find(about, ref);
  return found === undefined ? ref : fullName(found);
}

function endingOf(civility: Person['civility']): string {
  return civility === null ? '(e)' : civility === 'Madame' ? 'e' : '';
}

const attendance = (about: About, ref: string, status: Attendance['status']): string =>
  `${person(about, ref)} est ${attendanceLong(status, find(about, ref)?.civility ?? null)}`;

function castBy(about: About, seat: string, voter: string | null): string {
  if (voter === seat) return '';
  if (voter === null) return `, par pouvoir\u00a0; mandataire\u00a0: ${orUnknown(null)}`;
  return `, par le pouvoir donné à ${person(about, voter)}`;
}

/** After « a » or « A »: « ffaire 3 », or by its subject where it has no number of order. */
function named(affair: AffairContext | undefined): string {
  const order = affair?.order ?? null;
  return order === null ? titled(affair) : `ffaire ${order}`;
}

/** After « a » or « A »: « ffaire 3 « Budget » ». */
function titled(affair: AffairContext | undefined): string {
  const { order = null, subject = null } = affair ?? {};
  const which = order === null ? '' : ` ${order}`;
  return subject === null ? `ffaire${which}` : `ffaire${which} ${quoted(subject)}`;
}

const onWhat = ({ affair }: About): string =>
  affair === undefined ? ' pour la séance elle-même' : ` sur l’a${named(affair)}`;

const onDay = ({ session }: About): string => (session === undefined ? '' : ` du ${session.day}`);

const on = (day: string | null): string =>
  day === null ? `, date\u00a0: ${orUnknown(null)}` : ` le ${dateLong(day)}`;

function correctionLong(correction: Correction, about: About): string {
  switch (correction.kind) {
    case 'attendance':
      return attendance(about, correction.member, correction.status);
    case 'movement':
      return `dernier mouvement de ${person(about, correction.member)} retiré`;
    case 'proxy':
      return `pouvoir de ${person(about, correction.member)} retiré`;
    case 'secretary':
      return `${person(about, correction.member)} n’est pas secrétaire de séance`;
    case 'recusal':
      return `${person(about, correction.member)} ne s’est pas déporté(e) pour l’a${named(about.affair)}`;
    case 'call':
      return `appel de l’a${named(about.affair)} retiré`;
    case 'outcome':
      return `décision sur l’a${named(about.affair)} retirée`;
    default:
      return unhandled(correction);
  }
}

const candidatesLong = (candidates: readonly CandidateVotes[], about: About): string =>
  candidates
    .map(
      ({ member, name, votes }) =>
        `${member === null ? name : person(about, member)}\u00a0: ${orUnknown(votes)}`,
    )
    .join(', ');

const holder = (body: BodyContext | undefined, ref: string): string => {
  const found = body?.people[ref];
  return found === undefined ? ref : fullName(found);
};

const because = (reason: string | null): string => (reason === null ? '' : `\u00a0: ${reason}`);

const proclaimedLong = (words: string | null): string =>
  words === null ? '' : `\u00a0; proclamé\u00a0: ${quoted(words)}`;

function presenceLong(quorum: Quorum): string {
  if (quorum.required !== null || quorum.reached === false) return quorumLong(quorum);
  const { present } = quorum;
  if (present === null) return `${quorumLong(quorum)}\u00a0; présents\u00a0: ${orUnknown(null)}`;
  return `${present} présent${plural(present)}, ${quorumLong(quorum)}`;
}

function rollLong({ size, exact }: Roll): string {
  if (size === null) return `votants\u00a0: ${orUnknown(null)}`;
  return exact ? `${size} votant${plural(size)}` : `${size} votant${plural(size)} au plus`;
}

const countsLong = (counts: Counts): string =>
  CELLS.map((cell) => `${cellLong(cell)}\u00a0: ${orUnknown(counts[cell])}`).join(', ');

function sheetsLong(entries: readonly SheetEntry[]): string {
  const sheets = entries.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
  const first = sheets[0];
  const last = sheets.at(-1);
  if (first === undefined || last === undefined) return `feuillets\u00a0: ${orUnknown(null)}`;
  return first === last ? `feuillet ${first}` : `feuillets ${first} à ${last}`;
}

const plural = (count: number): string => (count > 1 ? 's' : '');

const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

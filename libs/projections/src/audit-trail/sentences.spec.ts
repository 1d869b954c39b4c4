import type { DeliberationEvent } from '@registre/deliberation';
import {
  BERNARD,
  COMMUNE,
  COUNCIL,
  MICHELE,
  RONAN,
  ROLL,
  SEATS,
  TALLY,
  UNKNOWN_QUORUM,
  report,
  type DataOf,
} from '../history.js';
import { peopleOf } from './context.js';
import { sentenceOf, type About } from './sentences.js';

const ABOUT: About = {
  body: { name: 'Conseil municipal', people: {} },
  session: { day: 'jeudi 12 octobre 2023', people: peopleOf(SEATS), said: {} },
  affair: { session: 's1', order: 3, subject: 'Budget primitif', said: {} },
};

type Type = DeliberationEvent['type'];

/** What is said of an event; a no-break space shows as `~`. Only the facts that the sentence tells are given. */
function said<T extends Type>(
  category: string,
  type: T,
  data: Partial<DataOf<T>>,
  about: Partial<About> = {},
): string {
  const event = { category, type, data } as unknown as DeliberationEvent & { category: string };
  return sentenceOf(event, { ...ABOUT, ...about }).replaceAll('\u00a0', '~');
}

describe('of the authority and its bodies, it is said', () => {
  it('who they are and who sits in them', () => {
    expect(said('authority', 'AuthorityRegistered', { key: 'brindas', ...COMMUNE })).toBe(
      'La collectivité «~Commune de Brindas~» ouvre son registre',
    );
    expect(said('body', 'BodyConstituted', { name: 'Conseil municipal' })).toBe(
      'L’instance «~Conseil municipal~» est constituée',
    );
    expect(said('body', 'MemberSeated', { seat: MICHELE })).toBe(
      'Michèle BOURBIER (Maire) siège dans l’instance «~Conseil municipal~»',
    );
    expect(said('body', 'MemberSeated', { seat: { ...BERNARD, substituteOf: 'tanguy' } })).toBe(
      'Bernard ROBERT siège comme suppléant dans l’instance «~Conseil municipal~»',
    );
    expect(said('body', 'TemplateAdopted', { name: 'Extrait' })).toBe(
      'L’instance «~Conseil municipal~» adopte le modèle d’extrait «~Extrait~»',
    );
  });
});

describe('of a séance, it is said', () => {
  it('when it is held, and what of its convocation is not known', () => {
    expect(said('session', 'SessionConvened', { convenedOn: '2023-10-05', bodyAtSession: COUNCIL })).toBe(
      'Séance du jeudi 12 octobre 2023 convoquée (Conseil municipal)~; envoi de la convocation~: jeudi 5 octobre 2023',
    );
    expect(said('session', 'SessionConvened', { convenedOn: null, bodyAtSession: COUNCIL })).toBe(
      'Séance du jeudi 12 octobre 2023 convoquée (Conseil municipal)~; envoi de la convocation~: non renseigné',
    );
    expect(
      said('session', 'SessionOpened', { bodyAtSession: { ...COUNCIL, inOffice: 19 }, quorum: null }),
    ).toBe('Séance du jeudi 12 octobre 2023 ouverte~; membres en exercice~: 19');
    expect(said('session', 'SessionClosed', {})).toBe('Séance du jeudi 12 octobre 2023 close');
  });

  it('who is there, by full name and in the person’s gender', () => {
    expect(said('session', 'MemberPresent', { member: 'bourbier', mode: 'remote' })).toBe(
      'Michèle BOURBIER est présente à distance',
    );
    expect(said('session', 'MemberExcused', { member: 'robert' })).toBe('Bernard ROBERT est excusé');
    expect(said('session', 'MemberAbsent', { member: 'quelqu-un' })).toBe('quelqu-un est absent(e)');
    expect(said('session', 'ProxyGiven', { giver: 'robert', bearer: 'bourbier' })).toBe(
      'Bernard ROBERT donne pouvoir à Michèle BOURBIER',
    );
    expect(said('session', 'ProxyGiven', { giver: 'robert', bearer: null })).toBe(
      'Bernard ROBERT donne pouvoir~; mandataire~: non renseigné',
    );
    expect(said('session', 'MemberArrived', { member: 'robert', reason: null })).toBe(
      'Bernard ROBERT arrive en séance',
    );
    expect(said('session', 'MemberLeft', { member: 'robert', reason: 'motif familial' })).toBe(
      'Bernard ROBERT quitte la séance~: motif familial',
    );
    expect(said('session', 'ChairTaken', { member: 'bourbier', reason: null })).toBe(
      'Michèle BOURBIER prend la présidence',
    );
    expect(said('session', 'SecretaryAppointed', { member: 'bourbier' })).toBe(
      'Michèle BOURBIER est désignée secrétaire de séance',
    );
  });
});

describe('of the room, it is said', () => {
  it('who keeps out of an affair, and whether they left', () => {
    const keepsOut = (left: boolean | null) => said('session', 'MemberRecused', { member: 'robert', left });
    expect(keepsOut(true)).toBe('Bernard ROBERT se déporte pour l’affaire 3 et quitte la salle');
    expect(keepsOut(false)).toBe('Bernard ROBERT se déporte pour l’affaire 3 sans quitter la salle');
    expect(keepsOut(null)).toBe('Bernard ROBERT se déporte pour l’affaire 3');
  });

  it('which proxy ended, who takes a seat and who gives one up, and why', () => {
    expect(said('session', 'ProxyRevoked', { giver: 'robert', reason: 'reprend son vote' })).toBe(
      'Le pouvoir de Bernard ROBERT prend fin~: reprend son vote',
    );
    expect(said('session', 'MemberInstalled', { seat: RONAN, reason: 'suivant de liste' })).toBe(
      'Ronan TANGUY est installé dans ses fonctions~: suivant de liste',
    );
    expect(said('session', 'MemberResigned', { member: 'robert', reason: null })).toBe(
      'Bernard ROBERT cesse ses fonctions',
    );
    expect(said('session', 'ChairTaken', { member: 'robert', reason: 'déport de la maire' })).toBe(
      'Bernard ROBERT prend la présidence~: déport de la maire',
    );
  });

  it('when it is suspended, and with which quorum it goes on', () => {
    expect(said('session', 'SessionSuspended', { reason: null })).toBe('Séance suspendue');
    const quorum = { ...UNKNOWN_QUORUM, inOffice: 19, required: 10, requiredIfNamed: null, reached: true };
    expect(said('session', 'SessionResumed', { quorum })).toBe(
      'Séance reprise~; quorum~: 10 (19 membres en exercice), atteint par 10 présents',
    );
  });

  it.each<[DataOf<'EntryCorrected'>['correction'], string]>([
    [{ kind: 'attendance', member: 'robert', status: 'absent', mode: null }, 'Bernard ROBERT est absent'],
    [{ kind: 'movement', member: 'robert' }, 'dernier mouvement de Bernard ROBERT retiré'],
    [{ kind: 'proxy', member: 'robert' }, 'pouvoir de Bernard ROBERT retiré'],
    [{ kind: 'secretary', member: 'robert' }, 'Bernard ROBERT n’est pas secrétaire de séance'],
    [
      { kind: 'recusal', affair: 'a1', member: 'robert' },
      'Bernard ROBERT ne s’est pas déporté(e) pour l’affaire 3',
    ],
    [{ kind: 'call', affair: 'a1' }, 'appel de l’affaire 3 retiré'],
    [{ kind: 'outcome', affair: 'a1' }, 'décision sur l’affaire 3 retirée'],
  ])('what is corrected: %j', (correction, words) => {
    expect(said('session', 'EntryCorrected', { correction, reason: 'erreur de saisie' })).toBe(
      `Rectification~: ${words}~: erreur de saisie`,
    );
    expect(said('session', 'EntryCorrected', { correction, reason: null })).toBe(`Rectification~: ${words}`);
  });
});

describe('of an affair in its séance, it is said', () => {
  it('where it stands on the agenda', () => {
    expect(said('session', 'AffairPlacedOnAgenda', { order: 3, subject: 'Budget primitif' })).toBe(
      'Affaire inscrite à l’ordre du jour, numéro d’ordre 3~: «~Budget primitif~»',
    );
    expect(said('session', 'AffairPlacedOnAgenda', { order: null, subject: 'Voirie' })).toBe(
      'Affaire inscrite à l’ordre du jour, numéro d’ordre non renseigné~: «~Voirie~»',
    );
  });

  it.each([
    [{}, '10 présents, non renseigné (10 si les 19 nommés sont tous en exercice)'],
    [
      { present: null },
      'non renseigné (10 si les 19 nommés sont tous en exercice)~; présents~: non renseigné',
    ],
    [{ required: 10, inOffice: 19, reached: true }, '10 (19 membres en exercice), atteint par 10 présents'],
    [{ present: 9, reached: false }, 'non atteint avec 9 présents, au moins 10 requis (19 nommés)'],
    [{ requiredIfNamed: null, present: 1 }, '1 présent, non renseigné'],
  ])('with which quorum it was called: %j', (known, words) => {
    const quorum = { ...UNKNOWN_QUORUM, ...known };
    expect(said('session', 'AffairCalled', { quorum })).toBe(`Affaire 3 appelée~; quorum~: ${words}`);
  });

  it('by its subject where it has no order', () => {
    const affair = { session: 's1', order: null, subject: 'Voirie', said: {} };
    expect(said('session', 'DebateNoted', {}, { affair })).toBe('Débat noté sur l’affaire «~Voirie~»');
  });

  it('how it ended', () => {
    expect(said('session', 'AffairDecided', { outcome: 'adopted', proclaimed: 'Adopté' })).toBe(
      'Affaire 3 «~Budget primitif~» adoptée~; proclamé~: «~Adopté~»',
    );
    expect(said('session', 'AffairNoted', { proclaimed: null })).toBe(
      'Il est pris acte de l’affaire 3 «~Budget primitif~»',
    );
    expect(said('session', 'AffairPostponed', { reason: 'défaut de quorum' })).toBe(
      'Affaire 3 «~Budget primitif~» reportée~; motif~: défaut de quorum',
    );
    expect(said('session', 'AffairWithdrawn', { reason: null })).toBe(
      'Affaire 3 «~Budget primitif~» retirée de l’ordre du jour~; motif~: non renseigné',
    );
  });
});

describe('of a ballot, it is said', () => {
  it('what is voted on, how, and by how many', () => {
    const asked = { question: null, method: 'show-of-hands', round: null, roll: ROLL } as const;
    expect(said('session', 'BallotOpened', asked)).toBe(
      'Scrutin ouvert sur l’affaire 3~: vote à main levée~; 3 votants',
    );
    const ofSession = { question: 'Mode de vote', method: null, round: 2, roll: { ...ROLL, size: null } };
    expect(said('session', 'BallotOpened', ofSession, { affair: undefined })).toBe(
      'Scrutin ouvert pour la séance elle-même («~Mode de vote~»), 2e tour~: mode de vote~: non renseigné~; votants~: non renseigné',
    );
    expect(said('ballot', 'VotingOpened', { roll: { ...ROLL, exact: false } })).toBe(
      'Vote ouvert sur l’affaire 3~; 3 votants au plus',
    );
  });

  it('who voted what, and by whose hand', () => {
    const vote = (voter: string | null, choice: DataOf<'VoteCast'>['choice']) =>
      said('ballot', 'VoteCast', { seat: 'robert', voter, choice });
    expect(vote('robert', 'for')).toBe('Bernard ROBERT vote pour');
    expect(vote('bourbier', 'against')).toBe(
      'Bernard ROBERT vote contre, par le pouvoir donné à Michèle BOURBIER',
    );
    expect(vote(null, 'abstention')).toBe(
      'Bernard ROBERT s’abstient, par pouvoir~; mandataire~: non renseigné',
    );
    expect(vote('robert', 'not-taking-part')).toBe('Bernard ROBERT ne prend pas part au vote');
  });

  it('what was counted, computed and proclaimed, unknown not being zero', () => {
    const counted =
      'pour~: 2, contre~: non renseigné, abstentions~: 1, ne prennent pas part au vote~: non renseigné';
    expect(said('ballot', 'HandsCounted', { counts: TALLY.counts, rest: null })).toBe(
      `Voix comptées sur l’affaire 3~; ${counted}`,
    );
    expect(said('ballot', 'HandsCounted', { counts: TALLY.counts, rest: 'against' })).toBe(
      `Voix comptées sur l’affaire 3~; ${counted}~; les autres~: contre`,
    );
    expect(said('ballot', 'VotingClosed', {})).toBe('Vote clos sur l’affaire 3');
    const closed = { tally: TALLY, declared: { outcome: null, proclaimed: 'Adopté' } };
    const computed = { outcome: 'adopted', unanimous: true, basis: null, elected: null } as const;
    expect(said('session', 'BallotClosed', { ...closed, computed })).toBe(
      `Scrutin clos sur l’affaire 3~; ${counted}~; résultat calculé~: adoptée à l’unanimité des suffrages exprimés~; proclamé~: «~Adopté~»`,
    );
    const silent = { outcome: null, proclaimed: null };
    expect(said('session', 'BallotClosed', { ...closed, declared: silent, computed: null })).toBe(
      `Scrutin clos sur l’affaire 3~; ${counted}~; résultat calculé~: non renseigné`,
    );
  });
});

describe('of the paper and the register, it is said', () => {
  it('what was submitted, revised, attached, numbered and certified', () => {
    expect(said('affair', 'ReportSubmitted', { report: report('Budget') })).toBe(
      'Rapport déposé~: «~Budget~»~; rapporteur~: Michèle BOURBIER',
    );
    const revised = { ...report('Budget'), rapporteur: { member: null, role: 'Le maire' } };
    expect(said('affair', 'ReportRevised', { report: revised, reason: null })).toBe(
      'Rapport révisé~: «~Budget~»~; rapporteur~: Le maire~; motif~: non renseigné',
    );
    expect(said('affair', 'AnnexAttached', { title: 'Plan' })).toBe(
      'Annexe jointe à l’affaire 3 «~Budget primitif~»~: «~Plan~»',
    );
    expect(said('affair', 'AffairNumbered', { number: '2023-01' })).toBe(
      'Numéro 2023-01 donné à l’affaire 3 «~Budget primitif~»',
    );
    expect(said('number', 'NumberTaken', { number: '2023-01' })).toBe(
      'Numéro 2023-01 retenu pour l’affaire 3 «~Budget primitif~»',
    );
    const signatory = { member: null, office: null, remit: null };
    expect(said('affair', 'ExtractCertified', { signatory })).toBe(
      'Extrait certifié de l’affaire 3 «~Budget primitif~»~; signataire~: non renseigné',
    );
  });

  it('what was entered', () => {
    const sheets = (...numbers: (number | null)[]) =>
      said('register', 'SheetsEntered', {
        session: 's1',
        entries: numbers.map((sheet) => ({ affair: 'a', order: null, sheet })),
      });
    const where = 'au registre pour la séance du jeudi 12 octobre 2023';
    expect(said('register', 'RegisterOpened', { body: 'cm', year: 2023, firstSheet: 1 })).toBe(
      'Registre 2023 ouvert (Conseil municipal)',
    );
    expect(sheets(12, 13, 14)).toBe(`3 affaires inscrites ${where}~; feuillets 12 à 14`);
    expect(sheets(12)).toBe(`1 affaire inscrite ${where}~; feuillet 12`);
    expect(sheets(null, null)).toBe(`2 affaires inscrites ${where}~; feuillets~: non renseigné`);
    expect(sheets()).toBe(`Aucune affaire à inscrire ${where}`);
  });

  it('what was imported, and what in it disagrees', () => {
    const imported = { record: 'r1', revision: 1, affairs: [], disagreements: 2 };
    expect(said('record', 'RecordImported', imported)).toBe(
      'Dossier de séance «~r1~» importé, révision 1~; affaires~: 0~; désaccords~: 2',
    );
    const message = 'Dix présents sont annoncés, neuf sont nommés.';
    expect(said('record', 'DisagreementRecorded', { check: '6', message })).toBe(
      `Désaccord dans le dossier de séance (contrôle 6)~: ${message}`,
    );
  });
});

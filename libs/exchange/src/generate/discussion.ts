import {
  AssignOffice,
  CallAffair,
  CloseDoors,
  CloseSession,
  CorrectEntry,
  DecideAffair,
  NoteAffair,
  NoteDebate,
  PostponeAffair,
  RecordArrival,
  RecordDeparture,
  RecuseMember,
  ReopenDoors,
  RequestBallot,
  ResumeSession,
  roomOf,
  SuspendSession,
  TakeChair,
  WithdrawAffair,
  type BallotInSession,
  type BallotMethod,
} from '@registre/deliberation';
import { Refusal } from '@registre/platform';
import { deputyOf, type AffairAhead, type Evening } from './evening.js';
import { addDuringSession, OFFICES } from './preparation.js';
import { vote, voidedVote } from './voting.js';

/** The séance from its first affair to its closing. */
export async function deliberate(evening: Evening): Promise<void> {
  const { scribe, id, chance } = evening;
  if (chance.happens(0.04)) await addDuringSession(evening);
  for (const [place, affair] of evening.affairs.entries()) {
    if (!(await discuss(evening, affair))) {
      await leaveRest(evening, evening.affairs.slice(place));
      break;
    }
    await betweenAffairs(evening);
  }
  evening.pass(2);
  await scribe.send((context, told) => new CloseSession(context, id, { ...told }));
}

/** @returns false: the quorum is lost, and the assembly parts */
async function discuss(evening: Evening, affair: AffairAhead): Promise<boolean> {
  const { chance } = evening;
  evening.pass(chance.between(1, 6));
  if (affair.office === null && (await isPutOff(evening, affair))) return true;
  if (chance.happens(0.06)) await recuse(evening, affair);
  if (!(await call(evening, affair))) return false;
  if (chance.happens(0.55)) await debate(evening, affair);
  const isClosed = chance.happens(0.012) && (await closeDoors(evening, affair));
  await decide(evening, affair);
  if (isClosed) await evening.scribe.send((context, told) => new ReopenDoors(context, evening.id, told));
  return true;
}

async function isPutOff(evening: Evening, affair: AffairAhead): Promise<boolean> {
  const { chance, scribe, id } = evening;
  const drawn = chance.between(0, 999);
  if (drawn < 25) {
    await postpone(evening, affair, 'Pour complément d’instruction');
    return true;
  }
  if (drawn >= 40) return false;
  const reason = 'Retirée par le rapporteur';
  await scribe.send((context, told) => new WithdrawAffair(context, id, affair.id, { reason, ...told }));
  return true;
}

async function postpone(evening: Evening, affair: AffairAhead, reason: string): Promise<void> {
  const { scribe, id, body, generation } = evening;
  await scribe.send((context, told) => new PostponeAffair(context, id, affair.id, { reason, ...told }));
  const course = affair.course === 'information' ? 'information' : 'vote';
  body.left.push({ affair: affair.id, session: id, subject: affair.subject, course });
  generation.sessions.leftBy.set(affair.id, id);
}

async function leaveRest(evening: Evening, rest: readonly AffairAhead[]): Promise<void> {
  for (const affair of rest) await postpone(evening, affair, 'Quorum perdu en cours de séance');
}

/** Keeps out of the affair: a personal interest, or a seat held elsewhere by designation (R19, R9). */
async function recuse(evening: Evening, affair: AffairAhead): Promise<void> {
  const { chance, scribe, id } = evening;
  const state = await evening.state();
  const others = roomOf(state).present?.filter((ref) => ref !== state.chair) ?? [];
  if (others.length === 0) return;
  const member = chance.one(others);
  const ground = chance.one(['personal-interest', 'designated-representative', null] as const);
  const left = chance.one([true, true, false, null]);
  await scribe.send(
    (context, told) => new RecuseMember(context, id, affair.id, { member, ground, left, ...told }),
  );
}

/** @returns false: there is no quorum for it, and the chair stops there */
async function call(evening: Evening, affair: AffairAhead): Promise<boolean> {
  const { chance, scribe, id } = evening;
  const calling = (reason: string | null) =>
    scribe.send((context, told) => new CallAffair(context, id, affair.id, { recusals: [], ...told }), reason);
  const isStrict = chance.happens(0.6);
  try {
    await calling(isStrict ? null : 'L’assemblée a poursuivi malgré les départs');
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'irregular') return false;
    throw error;
  }
}

const DEBATES = [
  'Une élue demande le bilan de l’an passé ; il lui est répondu qu’il sera remis en juin.',
  'Un débat s’engage sur le calendrier, auquel prennent part quatre orateurs.',
  'Il est demandé que les communes riveraines soient associées au suivi ; le rapporteur en donne l’assurance.',
  'Le groupe d’opposition explique son vote par le coût de l’opération.',
  'Le rapporteur précise que la dépense a été ramenée à ce qui était prévu au budget.',
];

async function debate(evening: Evening, affair: AffairAhead): Promise<void> {
  const { chance, scribe, id } = evening;
  evening.pass(chance.between(1, 5));
  const text = chance.some(DEBATES, chance.between(1, 2)).join(' ');
  await scribe.send((context, told) => new NoteDebate(context, id, affair.id, { text, ...told }));
}

async function closeDoors(evening: Evening, affair: AffairAhead): Promise<boolean> {
  const { scribe, id, chance } = evening;
  const { chair } = await evening.state();
  const ballot = await vote(evening, null, 'show-of-hands', { question: 'Siéger à huis clos' });
  if (ballot.closed?.computed?.outcome !== 'adopted') return false;
  const requestedBy = chair === null ? null : [chair];
  const reason = chance.one(['Situation individuelle', null]);
  await scribe.send(
    (context, told) =>
      new CloseDoors(context, id, { affair: affair.id, requestedBy, ballot: ballot.id, reason, ...told }),
    'Demandé à l’ouverture du point',
  );
  return true;
}

async function decide(evening: Evening, affair: AffairAhead): Promise<void> {
  switch (affair.course) {
    case 'information':
      return note(evening, affair);
    case 'accounts':
      return voteOnAccounts(evening, affair);
    case 'election':
      return elect(evening, affair);
    case 'designation':
      return designate(evening, affair);
    case 'vote':
      return voteOn(evening, affair);
  }
}

async function note({ scribe, id }: Evening, affair: AffairAhead): Promise<void> {
  const proclaimed = 'L’assemblée prend acte';
  await scribe.send((context, told) => new NoteAffair(context, id, affair.id, { proclaimed, ...told }));
}

async function voteOn(evening: Evening, affair: AffairAhead): Promise<void> {
  const { chance } = evening;
  if (chance.happens(0.008)) await voidedVote(evening, affair.id);
  const method = await methodOf(evening, affair);
  if (method === null) return declare(evening, affair, null, 'adopted');
  const ballot = await vote(evening, affair.id, method);
  await declare(evening, affair, [ballot.id], outcomeOf(ballot));
}

/** Null: it is decided without a ballot that anybody wrote down. */
async function methodOf(evening: Evening, affair: AffairAhead): Promise<BallotMethod | null> {
  const { chance } = evening;
  if (chance.happens(0.03)) return requested(evening, affair);
  const drawn = chance.between(0, 99);
  return drawn < 78 ? 'show-of-hands' : drawn < 93 ? 'roll-call' : drawn < 96 ? 'secret' : null;
}

/** Members ask for a manner of voting, not always as many as it takes (R16). */
async function requested(evening: Evening, affair: AffairAhead): Promise<BallotMethod> {
  const { chance, scribe, id } = evening;
  const method = chance.one(['roll-call', 'secret'] as const);
  const present = roomOf(await evening.state(), affair.id).present ?? [];
  const isEnough = chance.happens(0.8);
  const askers = chance.some(present, isEnough ? Math.ceil(present.length / 2) : 1);
  await scribe.send(
    (context, told) =>
      new RequestBallot(context, id, {
        affair: affair.id,
        method,
        requestedBy: askers,
        count: askers.length,
        ...told,
      }),
    'La demande est actée, bien que trop peu l’aient faite',
  );
  return isEnough ? method : 'show-of-hands';
}

const outcomeOf = ({ closed }: BallotInSession): 'adopted' | 'rejected' => {
  const outcome = closed?.computed?.outcome ?? closed?.declared.outcome ?? 'adopted';
  return outcome === 'rejected' || outcome === 'no-majority' ? 'rejected' : 'adopted';
};

async function declare(
  evening: Evening,
  affair: AffairAhead,
  decidingBallots: string[] | null,
  outcome: 'adopted' | 'rejected',
): Promise<void> {
  const { scribe, id, chance } = evening;
  const words = outcome === 'adopted' ? ['Adopté à l’unanimité', 'Adopté à la majorité'] : ['Rejeté'];
  const proclaimed = chance.happens(0.8) ? chance.one(words) : null;
  await scribe.send(
    (context, told) =>
      new DecideAffair(context, id, affair.id, { outcome, proclaimed, decidingBallots, ...told }),
    'Consigné tel qu’il a été proclamé',
  );
  // A slip of the clerk's, put right at once.
  if (!chance.happens(0.004)) return;
  const correction = { kind: 'outcome' as const, affair: affair.id };
  await scribe.send(
    (context, told) =>
      new CorrectEntry(context, id, { correction, reason: 'Saisie sur la mauvaise affaire', ...told }),
  );
  await scribe.send(
    (context, told) =>
      new DecideAffair(context, id, affair.id, { outcome, proclaimed, decidingBallots, ...told }),
    'Consigné tel qu’il a été proclamé',
  );
}

/** The ordinary chair leaves, another presides, and the chair comes back (L2121-14, R20). */
async function voteOnAccounts(evening: Evening, affair: AffairAhead): Promise<void> {
  const { scribe, id } = evening;
  const state = await evening.state();
  const ordinary = state.chair;
  const present = roomOf(state, affair.id).present ?? [];
  const deputy = deputyOf(evening, present, ordinary);
  if (ordinary === null || deputy === undefined || !present.includes(ordinary)) {
    return voteOn(evening, affair);
  }
  await scribe.send((context, told) => new RecordDeparture(context, id, { member: ordinary, ...told }));
  await scribe.send((context, told) => new TakeChair(context, id, { member: deputy, ...told }));
  const ballot = await vote(evening, affair.id, 'show-of-hands', { accounts: true });
  await declare(evening, affair, [ballot.id], outcomeOf(ballot));
  await scribe.send((context, told) => new RecordArrival(context, id, { member: ordinary, ...told }));
  await scribe.send((context, told) => new TakeChair(context, id, { member: ordinary, ...told }));
}

/** Secret, in three rounds at most; who is elected takes the office (L2122-7). */
async function elect(evening: Evening, affair: AffairAhead): Promise<void> {
  const { chance, body } = evening;
  const present = roomOf(await evening.state(), affair.id).present ?? [];
  const candidates = chance
    .some(present, chance.one([1, 2, 2, 3]))
    .filter((ref) => !body.offices.has(ref))
    .map((member) => ({ member }));
  if (candidates.length === 0) return declare(evening, affair, null, 'rejected');
  let ballot = await vote(evening, affair.id, 'secret', { round: 1, candidates, positions: 1 });
  for (let round = 2; round <= 3 && ballot.closed?.computed?.outcome === 'no-majority'; round++) {
    ballot = await vote(evening, affair.id, 'secret', { round, candidates, positions: 1 });
  }
  await declare(evening, affair, [ballot.id], outcomeOf(ballot));
  const place = ballot.closed?.computed?.elected?.[0];
  const elected = place === undefined ? undefined : ballot.candidates?.[place]?.member;
  if (elected != null && affair.office !== null) await takeOffice(evening, affair, elected, affair.office);
}

async function takeOffice(evening: Evening, affair: AffairAhead, member: string, office: string) {
  const { scribe, id, body, date } = evening;
  await scribe.send(
    (context, told) =>
      new AssignOffice(context, body.plan.key, member, { office, from: date, affair: affair.id, ...told }),
  );
  body.offices.set(member, office);
  if (office !== OFFICES[0]) return;
  body.chair = member;
  await scribe.send((context, told) => new TakeChair(context, id, { member, reason: 'Élu(e)', ...told }));
}

/** A nomination: secret, unless the assembly gives that up unanimously (L2121-21). */
async function designate(evening: Evening, affair: AffairAhead): Promise<void> {
  const { chance } = evening;
  const present = roomOf(await evening.state(), affair.id).present ?? [];
  const candidates = chance.some(present, chance.between(1, 2)).map((member) => ({ member }));
  if (candidates.length === 0) return declare(evening, affair, null, 'rejected');
  const waiver = chance.happens(0.7)
    ? await vote(evening, null, 'show-of-hands', { question: 'Renoncer au scrutin secret' })
    : undefined;
  const ballot =
    waiver === undefined
      ? await vote(evening, affair.id, 'secret', { round: 1, candidates, positions: 1 })
      : await vote(evening, affair.id, 'show-of-hands', {
          round: 1,
          candidates,
          positions: 1,
          waiver: waiver.id,
        });
  await declare(evening, affair, [ballot.id], outcomeOf(ballot));
}

/** Who comes late, who leaves early, a break. */
async function betweenAffairs(evening: Evening): Promise<void> {
  const { chance, scribe, id } = evening;
  if (chance.happens(0.06)) await arrive(evening);
  if (chance.happens(0.06)) await depart(evening);
  if (!chance.happens(0.015)) return;
  const reason = chance.one(['À la demande d’un groupe', 'Incident technique', null]);
  await scribe.send((context, told) => new SuspendSession(context, id, { reason, ...told }));
  evening.pass(chance.between(5, 20));
  await scribe.send(
    (context, told) => new ResumeSession(context, id, { ...told }),
    'L’assemblée a repris malgré les départs',
  );
}

async function arrive(evening: Evening): Promise<void> {
  const { chance, scribe, id, body } = evening;
  const present = new Set(roomOf(await evening.state()).present);
  const away = body.members.filter(({ ref }) => !present.has(ref));
  if (away.length === 0) return;
  const { ref: member } = chance.one(away);
  await scribe.send((context, told) => new RecordArrival(context, id, { member, ...told }));
}

async function depart(evening: Evening): Promise<void> {
  const { chance, scribe, id } = evening;
  const state = await evening.state();
  const others = roomOf(state).present?.filter((ref) => ref !== state.chair) ?? [];
  if (others.length === 0) return;
  const member = chance.one(others);
  await scribe.send((context, told) => new RecordDeparture(context, id, { member, ...told }));
}

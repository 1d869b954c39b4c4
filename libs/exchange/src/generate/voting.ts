import {
  CastVote,
  CloseBallot,
  CountHands,
  OpenBallot,
  RecordDeparture,
  RecordSecretTally,
  roomOf,
  SignRoll,
  VoidBallot,
  type BallotInSession,
  type BallotMethod,
  type Choice,
  type Created,
  type OpenBallotBody,
} from '@registre/deliberation';
import type { Evening } from './evening.js';
import { GROUPS } from './names.js';

type Asked = Partial<Omit<OpenBallotBody, 'affair' | 'method'>>;

/** Opens a ballot, has it voted and closes it. @returns the ballot as the séance then knows it */
export async function vote(
  evening: Evening,
  affair: string | null,
  method: BallotMethod,
  asked: Asked = {},
): Promise<BallotInSession> {
  const ballot = await open(evening, affair, method, asked);
  evening.pass(evening.chance.between(1, 3));
  if (method === 'secret') await fillBox(evening, ballot);
  else if (ballot.candidates !== null) await countCandidates(evening, ballot);
  else if (method === 'roll-call') await callRoll(evening, ballot);
  else await raiseHands(evening, ballot);
  return close(evening, ballot);
}

async function open(
  evening: Evening,
  affair: string | null,
  method: BallotMethod,
  asked: Asked,
): Promise<BallotInSession> {
  const { scribe, id } = evening;
  const { id: ballot } = await scribe.send<Created>(
    (context, told) => new OpenBallot(context, id, { affair, method, ...asked, ...told }),
    'La présidence a maintenu ce mode de scrutin',
  );
  return ballotOf(evening, ballot);
}

async function ballotOf(evening: Evening, id: string): Promise<BallotInSession> {
  const found = (await evening.state()).ballots.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ballot ${id}`);
  return found;
}

/** A ballot that is stopped: a vote was cast for the wrong affair. */
export async function voidedVote(evening: Evening, affair: string): Promise<void> {
  const { scribe, id, chance } = evening;
  const ballot = await open(evening, affair, 'show-of-hands', {});
  const reason = chance.one(['Confusion sur l’objet du vote', 'Décompte impossible dans le bruit', null]);
  await scribe.send((context, told) => new VoidBallot(context, id, ballot.id, { reason, ...told }));
}

async function close(evening: Evening, { id: ballot }: BallotInSession): Promise<BallotInSession> {
  const { scribe, id, chance } = evening;
  // The chair proclaims now and then another result than the votes give.
  const outcome = chance.happens(0.003) ? 'rejected' : null;
  await scribe.send(
    (context, told) => new CloseBallot(context, id, ballot, { outcome, proclaimed: null, ...told }),
    'Le résultat est consigné tel qu’il a été proclamé',
  );
  return ballotOf(evening, ballot);
}

/** How the groups vote on an affair: most of the time all agree. */
function choicesOf(evening: Evening, seats: readonly string[]): ReadonlyMap<string, Choice> {
  const { chance } = evening;
  const isDisputed = chance.happens(0.25);
  const opposed = GROUPS.slice(1).map((group): [string, Choice] => [
    group,
    isDisputed ? chance.one(['against', 'against', 'abstention', 'for'] as const) : 'for',
  ]);
  const lines = new Map<string, Choice>(opposed);
  return new Map(
    seats.map((seat) => {
      const line = lines.get(evening.member(seat)?.group ?? '') ?? 'for';
      if (!chance.happens(isDisputed ? 0.06 : 0.004)) return [seat, line];
      return [seat, chance.one(['for', 'against', 'abstention', 'not-taking-part'] as const)];
    }),
  );
}

/** By name, one after another; somebody forgets to answer now and then. */
async function callRoll(evening: Evening, { id, roll }: BallotInSession): Promise<void> {
  const { scribe, chance } = evening;
  const seats = (roll.seats ?? []).map(({ seat }) => seat);
  const isOneSilent = chance.happens(0.02);
  for (const [seat, choice] of choicesOf(evening, isOneSilent ? seats.slice(1) : seats)) {
    evening.generation.clock.pass(2_000);
    await scribe.send((context, told) => new CastVote(context, id, { seat, choice, ...told }));
  }
}

const named = (choices: ReadonlyMap<string, Choice>, wanted: Choice): string[] =>
  [...choices].filter(([, choice]) => choice === wanted).map(([seat]) => seat);

/** Counted, with the names of those who are fewer; or the rest is said to follow; or nobody counted. */
async function raiseHands(evening: Evening, { id, roll }: BallotInSession): Promise<void> {
  const { scribe, chance } = evening;
  if (chance.happens(0.01)) await leaveDuringVote(evening);
  const choices = choicesOf(
    evening,
    (roll.seats ?? []).map(({ seat }) => seat),
  );
  const [against, abstentions, notTakingPart] = (['against', 'abstention', 'not-taking-part'] as const).map(
    (choice) => named(choices, choice),
  ) as [string[], string[], string[]];
  const inFavour = named(choices, 'for').length;
  const manner = chance.between(0, 99);
  const body =
    manner < 55
      ? {
          counts: {
            for: inFavour,
            against: against.length,
            abstentions: abstentions.length,
            notTakingPart: notTakingPart.length,
          },
          named: { for: null, against, abstentions, notTakingPart },
        }
      : manner < 88 && roll.exact && roll.size !== null
        ? { named: { against, abstentions, notTakingPart }, restFor: 'for' as const }
        : { counts: null, named: null };
  await scribe.send((context, told) => new CountHands(context, id, { ...body, ...told }));
}

async function leaveDuringVote(evening: Evening): Promise<void> {
  const state = await evening.state();
  const present = roomOf(state).present?.filter((ref) => ref !== state.chair) ?? [];
  if (present.length < 4) return;
  const member = evening.chance.one(present);
  await evening.scribe.send((context, told) => new RecordDeparture(context, evening.id, { member, ...told }));
}

/** Papers in a box: who voted is signed, what was voted is only counted. */
async function fillBox(evening: Evening, ballot: BallotInSession): Promise<void> {
  const { scribe, chance } = evening;
  const seats = ballot.roll.seats ?? [];
  for (const { seat } of seats) {
    evening.generation.clock.pass(3_000);
    await scribe.send((context, told) => new SignRoll(context, ballot.id, { seat, ...told }));
  }
  const blank = chance.between(0, Math.min(2, seats.length));
  const nullVotes = chance.between(0, Math.min(1, seats.length - blank));
  const expressed = seats.length - blank - nullVotes;
  const inFavour = chance.between(Math.ceil(expressed / 3), expressed);
  const counted =
    ballot.candidates === null
      ? { counts: { for: inFavour, against: expressed - inFavour, abstentions: null, notTakingPart: null } }
      : { candidates: sharedOut(evening, ballot, expressed), expressed };
  await scribe.send(
    (context, told) =>
      new RecordSecretTally(context, ballot.id, {
        found: seats.length,
        blank,
        nullVotes,
        blankOrNull: null,
        ...counted,
        ...told,
      }),
  );
}

/** A public election: hands are counted for each candidate. */
async function countCandidates(evening: Evening, ballot: BallotInSession): Promise<void> {
  const voters = ballot.roll.seats?.length ?? 0;
  const candidates = sharedOut(evening, ballot, voters);
  await evening.scribe.send((context, told) => new CountHands(context, ballot.id, { candidates, ...told }));
}

/** The votes expressed, shared out between the candidates: the first is ahead, and not always by enough. */
function sharedOut({ chance }: Evening, { candidates }: BallotInSession, expressed: number) {
  let left = expressed;
  return (candidates ?? []).map(({ member, name }, place, all) => {
    const isLast = place === all.length - 1;
    const most = Math.min(left, Math.ceil(expressed * 0.6));
    const votes = isLast ? left : chance.between(Math.floor(most / 3), most);
    left -= votes;
    return { ...(member === null ? { name } : { member }), votes, elected: null };
  });
}

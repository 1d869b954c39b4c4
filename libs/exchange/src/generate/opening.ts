import {
  AppointSecretary,
  ConfirmUrgency,
  CorrectEntry,
  GiveProxy,
  OpenSession,
  PublishMinutes,
  RecordAttendance,
  RecordQuorumFailure,
  RevokeProxy,
  roomOf,
  SettleMinutes,
  TakeChair,
} from '@registre/deliberation';
import { Refusal } from '@registre/platform';
import { dateOf, instantOf } from './days.js';
import { deputyOf, type Evening } from './evening.js';

/** Who comes, who is represented, who is away. */
interface Turnout {
  readonly present: readonly string[];
  readonly givers: readonly string[];
  readonly absent: readonly string[];
}

/**
 * The roll is called and the séance opens, or cannot.
 *
 * @param share of the members who come
 * @returns false: there is no quorum, and it is over
 */
export async function open(evening: Evening, share: number): Promise<boolean> {
  const { scribe, id, chance } = evening;
  const turnout = turnoutOf(evening, await seatsOf(evening), share);
  const isCalledBefore = share < 0.5 || chance.happens(0.6);
  if (isCalledBefore) await callMembers(evening, turnout);
  if (share < 0.5 && (await failsQuorum(evening))) return false;
  const none: [] = [];
  const beginnings = { attendance: none, proxies: none, movements: none, secretaries: none };
  await scribe.send(
    (context, told) => new OpenSession(context, id, { ...beginnings, ...told }),
    'L’assemblée a choisi de siéger',
  );
  if (!isCalledBefore) await callMembers(evening, turnout);
  await constitute(evening, turnout.present);
  await ruleOnUrgency(evening);
  await settleLastMinutes(evening);
  return true;
}

/** Those who were convened and hold a seat still. */
async function seatsOf(evening: Evening): Promise<readonly string[]> {
  const { bodyAtSession } = await evening.state();
  const convened = new Set(bodyAtSession?.seats?.map(({ ref }) => ref));
  return evening.body.members.map(({ ref }) => ref).filter((ref) => convened.has(ref));
}

function turnoutOf({ chance }: Evening, seats: readonly string[], share: number): Turnout {
  const present: string[] = [];
  const away: string[] = [];
  for (const ref of seats) (chance.happens(share) ? present : away).push(ref);
  const givers = away.filter(() => chance.happens(0.65)).slice(0, present.length);
  return { present, givers, absent: away.filter((ref) => !givers.includes(ref)) };
}

async function callMembers(evening: Evening, { present, givers, absent }: Turnout): Promise<void> {
  const { scribe, id, chance, body, year } = evening;
  const mayBeRemote = body.plan.kind === 'council' && year >= 2021;
  const remote = (): boolean => chance.happens(mayBeRemote ? 0.06 : 0.002);
  const entries = [
    ...present.map((member) => {
      const mode = remote() ? ('remote' as const) : ('in-person' as const);
      return { member, status: 'present' as const, mode };
    }),
    ...givers.map((member) => ({ member, status: chance.one(['excused', 'represented'] as const) })),
    ...absent.map((member) => ({ member, status: chance.one(['absent', 'excused'] as const) })),
  ];
  if (entries.length === 0) return;
  await scribe.send(
    (context, told) => new RecordAttendance(context, id, { entries, ...told }),
    'La connexion à distance a été admise',
  );
  await giveProxies(evening, givers, present);
}

/** Most bearers bear one; some bear two, which is lawful in the Covid windows only. */
async function giveProxies(evening: Evening, givers: readonly string[], present: readonly string[]) {
  const { scribe, id, chance, day } = evening;
  const bearers = chance.some(present, present.length);
  for (const giver of givers) {
    const isSecond = chance.happens(0.01) && bearers.length < present.length;
    const bearer = isSecond ? chance.one(present.filter((ref) => !bearers.includes(ref))) : bearers.pop();
    if (bearer === undefined) return;
    const givenOn = chance.happens(0.8) ? dateOf(day - chance.between(0, 5)) : null;
    const reason = chance.one(['illness', 'other', 'other', null] as const);
    await scribe.send(
      (context, told) => new GiveProxy(context, id, { giver, bearer, givenOn, reason, ...told }),
      'Le pouvoir écrit a été remis à la présidence',
    );
  }
}

async function failsQuorum(evening: Evening): Promise<boolean> {
  const { scribe, id } = evening;
  try {
    await scribe.send((context, told) => new RecordQuorumFailure(context, id, { ...told }), null);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function constitute(evening: Evening, present: readonly string[]): Promise<void> {
  const { scribe, id, body, chance } = evening;
  const ordinary = body.chair !== null && present.includes(body.chair) ? body.chair : undefined;
  const chair = ordinary ?? deputyOf(evening, present, null);
  if (chair === undefined) return;
  const reason = ordinary === undefined ? 'Le président est empêché' : null;
  await scribe.send((context, told) => new TakeChair(context, id, { member: chair, reason, ...told }));
  const secretary = chance.one(present);
  await scribe.send((context, told) => new AppointSecretary(context, id, { member: secretary, ...told }));
  if (chance.happens(0.03)) await revokeOne(evening);
}

async function revokeOne(evening: Evening): Promise<void> {
  const { scribe, id } = evening;
  const [proxy] = roomOf(await evening.state()).proxies ?? [];
  if (proxy === undefined) return;
  const reason = 'Le mandant a repris son pouvoir par écrit';
  await scribe.send((context, told) => new RevokeProxy(context, id, proxy.giver, { reason, ...told }));
}

async function ruleOnUrgency(evening: Evening): Promise<void> {
  const { convened } = await evening.state();
  if (convened?.urgency == null) return;
  await evening.scribe.send(
    (context, told) => new ConfirmUrgency(context, evening.id, { confirmed: true, ballot: null, ...told }),
  );
}

/** The minutes of the last séance are settled, one entry of it put right now and then (L2121-15). */
async function settleLastMinutes(evening: Evening): Promise<void> {
  const { body, chance, date, id, day, generation } = evening;
  const { last } = body;
  if (last === null || last.date >= date || chance.happens(0.03)) return;
  const scribe = evening.scribe.of('pv');
  scribe.at = evening.scribe.at;
  const wrongly = last.away[0];
  if (wrongly !== undefined && chance.happens(0.12)) {
    const correction = { kind: 'attendance' as const, member: wrongly, status: 'present' as const };
    await scribe.send(
      (context, told) =>
        new CorrectEntry(context, last.id, { correction, on: date, reason: 'Présence omise', ...told }),
    );
  }
  const signedBy = chance.happens(0.9) ? [...new Set([last.chair, last.secretary])] : null;
  const text = chance.happens(0.3) ? minutesText(last.date, body.plan.name) : null;
  await scribe.send(
    (context, told) =>
      new SettleMinutes(context, last.id, { on: date, session: id, text, signedBy, ...told }),
  );
  if (chance.happens(0.06)) return;
  const publishedOn = day + (chance.happens(0.85) ? chance.between(1, 6) : chance.between(9, 40));
  generation.deeds.plan(instantOf(publishedOn, chance.between(540, 1_080)), async () => {
    scribe.at = null;
    await scribe.send(
      (context, told) => new PublishMinutes(context, last.id, { on: dateOf(publishedOn), ...told }),
      'Mise en ligne retardée par une panne du site',
    );
  });
}

const minutesText = (date: string, body: string): string =>
  `Procès-verbal de la séance du ${date} (${body}). Les interventions y sont rapportées dans l’ordre du jour ; leur teneur figure au registre.`;

import { readFile } from 'node:fs/promises';
import {
  AdoptRules,
  AdoptTemplate,
  AssignOffice,
  ConstituteBody,
  DescribeAuthority,
  InstallMember,
  MergeMembers,
  OpenRegister,
  RegisterAuthority,
  ResignMember,
  roomOf,
  SeatMembers,
  UnseatMember,
  type SeatBody,
} from '@registre/deliberation';
import type { Chance } from './chance.js';
import { dateOf, type Day } from './days.js';
import type { Evening, Generation } from './evening.js';
import { PLACES, withCheckDigit, type Person } from './names.js';
import type { BodyNow, BodyPlan } from './world.js';

export const SIREN = withCheckDigit('24630099');
export const DEPARTMENT = '063';
const TEMPLATE = new URL('../../examples/templates/commune.liquid', import.meta.url);

const description = (population: number) => ({
  name: 'Métropole du Val-Doré (registre d’essai)',
  timezone: 'Europe/Paris',
  siren: SIREN,
  siret: withCheckDigit(`${SIREN}0001`),
  kind: 'metropole' as const,
  population,
  department: DEPARTMENT,
});

/** The bodies of the authority: a council, a bureau and, where more séances are wanted, councils of its districts. */
export const bodyPlans = (count: number): readonly BodyPlan[] => [
  { key: 'CONS', name: 'Conseil de la métropole', kind: 'council', seats: 37, minute: 18 * 60 },
  { key: 'BUR', name: 'Bureau de la métropole', kind: 'bureau', seats: 11, minute: 9 * 60 + 30 },
  ...PLACES.slice(0, Math.max(0, count - 2)).map((place, index) => ({
    key: `CT${index + 1}`,
    name: `Conseil de territoire de ${place}`,
    kind: 'council' as const,
    seats: 17 + 2 * (index % 3),
    minute: 17 * 60 + 30,
  })),
];

export async function foundAuthority(
  { scribe }: Generation,
  bodies: readonly BodyNow[],
  day: Day,
): Promise<void> {
  const on = dateOf(day);
  await scribe.send((context) => new RegisterAuthority(context, description(248_300)));
  const text = await readFile(TEMPLATE, 'utf8');
  for (const { plan } of bodies) {
    const { key, name, kind } = plan;
    const numbering = kind === 'bureau' ? ('session' as const) : ('body' as const);
    await scribe.send((context) => new ConstituteBody(context, { key, name, kind, numbering }));
    await scribe.send(
      (context) => new AdoptRules(context, key, { substitutes: null, publication: null, numbering, on }),
    );
    await scribe.send((context) => new AdoptTemplate(context, key, { name: 'Extrait', text }));
    const year = Number(on.slice(0, 4));
    await scribe.send((context) => new OpenRegister(context, { body: key, year, firstSheet: 1 }));
  }
}

/** What changes of the authority itself once a year. */
export async function describeAnew({ scribe }: Generation, bodies: readonly BodyNow[], year: number) {
  await scribe.send((context) => new DescribeAuthority(context, description(248_300 + 731 * (year - 2_000))));
  const text = `${await readFile(TEMPLATE, 'utf8')}\nModèle en vigueur depuis ${year}.\n`;
  for (const { plan } of bodies) {
    await scribe.send((context) => new AdoptTemplate(context, plan.key, { name: `Extrait ${year}`, text }));
  }
}

const seatOf = (person: Person, office: string | null, from: string): SeatBody => ({
  ref: person.ref,
  familyName: person.familyName,
  givenName: person.givenName,
  civility: person.civility,
  group: person.group,
  birthDate: person.birthDate,
  office,
  mandateFrom: from,
});

/** A new assembly: two in five are elected again, the others leave their seats. */
export async function renew({ scribe }: Generation, body: BodyNow, day: Day, chance: Chance): Promise<void> {
  const { key, seats } = body.plan;
  const leaving = body.members.filter(() => chance.happens(0.6));
  for (const { ref: member } of leaving) {
    const until = dateOf(day - 1);
    await scribe.send(
      (context) => new UnseatMember(context, key, member, { until, reason: 'Fin de mandat' }),
    );
    body.leave(member);
  }
  for (const member of body.offices.keys()) {
    await scribe.send(
      (context) => new AssignOffice(context, key, member, { office: null, from: dateOf(day), affair: null }),
    );
  }
  body.offices.clear();
  body.chair = null;
  const fresh: SeatBody[] = [];
  while (body.members.length < seats) fresh.push(seatOf(body.newMember(chance, day), null, dateOf(day)));
  await scribe.send((context) => new SeatMembers(context, key, { members: fresh }));
}

/** A seat changes hands between two séances. */
export async function replaceOne(
  { scribe }: Generation,
  body: BodyNow,
  day: Day,
  chance: Chance,
): Promise<void> {
  const { key } = body.plan;
  const others = body.members.filter(({ ref }) => ref !== body.chair && (body.since.get(ref) ?? 0) <= day);
  if (others.length === 0) return;
  const { ref: member } = chance.one(others);
  const reason = chance.one(['Démission', 'Décès', null]);
  await scribe.send((context) => new UnseatMember(context, key, member, { until: dateOf(day), reason }));
  body.leave(member);
  const members = [seatOf(body.newMember(chance, day + 1), null, dateOf(day + 1))];
  await scribe.send((context) => new SeatMembers(context, key, { members }));
}

/** A seat changes hands in the room: who resigns leaves it, the next on the list takes it (L2121-4). */
export async function replaceInRoom(evening: Evening): Promise<void> {
  const { scribe, id, body, chance, day } = evening;
  const { key } = body.plan;
  const state = await evening.state();
  const needed = [body.chair, state.chair, ...(state.secretaries ?? []), ...body.offices.keys()];
  const others = roomOf(state).present?.filter((ref) => !needed.includes(ref)) ?? [];
  if (others.length < 4) return;
  const member = chance.one(others);
  const reason = 'Démission remise à la présidence';
  await scribe.send((context, told) => new ResignMember(context, id, { member, reason, ...told }));
  body.leave(member);
  const seat = seatOf(body.newMember(chance, day), null, dateOf(day));
  await scribe.send((context, told) => new InstallMember(context, id, { seat, reason: null, ...told }));
  const until = dateOf(day);
  await scribe.send((context, told) => new UnseatMember(context, key, member, { until, reason, ...told }));
  await scribe.send((context, told) => new SeatMembers(context, key, { members: [seat], ...told }));
}

/** One person was described twice, under two refs: what is found is put right. */
export async function mergeDuplicate({ scribe }: Generation, body: BodyNow, day: Day, chance: Chance) {
  const { key } = body.plan;
  const person = chance.one(body.members);
  const from = `${person.ref}-bis`;
  if (body.taken.has(from)) return;
  body.taken.add(from);
  const members = [seatOf({ ...person, ref: from }, null, dateOf(day))];
  await scribe.send((context) => new SeatMembers(context, key, { members }));
  await scribe.send((context) => new MergeMembers(context, key, { from, into: person.ref }));
}

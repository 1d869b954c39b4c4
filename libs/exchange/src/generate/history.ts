import { createHash } from 'node:crypto';
import { RecordImport, type EarlierProxy, type SessionState } from '@registre/deliberation';
import { planAfterwards } from './afterwards.js';
import { mandateOf, type Calendar } from './calendar.js';
import type { Chance } from './chance.js';
import { dateOf, dayOf, instantOf, workday } from './days.js';
import { deliberate } from './discussion.js';
import type { Evening, Generation } from './evening.js';
import {
  describeAnew,
  foundAuthority,
  mergeDuplicate,
  renew,
  replaceInRoom,
  replaceOne,
} from './mandates.js';
import { open } from './opening.js';
import { fillAgenda, prepare, sendConvocation } from './preparation.js';
import type { BodyNow, SessionPlan } from './world.js';

/** The whole history, year by year: what a year holds is planned when it begins. */
export function planEverything(generation: Generation, calendar: Calendar, chance: Chance): void {
  const { deeds } = generation;
  const mandates = new Map<BodyNow, number>();
  deeds.plan(instantOf(calendar.firstDay, 480), () =>
    foundAuthority(generation, calendar.bodies, calendar.firstDay),
  );
  for (let year = calendar.firstYear; year <= calendar.lastYear; year++) {
    deeds.plan(instantOf(dayOf(`${year}-01-03`), 540), async () => {
      if ((year - calendar.firstYear) % 3 === 1) await describeAnew(generation, calendar.bodies, year);
      planYear(generation, calendar, year, chance.of(String(year)), mandates);
    });
  }
}

function planYear(
  generation: Generation,
  calendar: Calendar,
  year: number,
  chance: Chance,
  mandates: Map<BodyNow, number>,
): void {
  for (const [index, { body, day }] of calendar.sessionsOf(year, chance).entries()) {
    const mandate = mandateOf(day);
    const installs = mandates.get(body) !== mandate;
    mandates.set(body, mandate);
    const plan: SessionPlan = { name: `${year}-${index + 1}`, body, day, installs, carried: null };
    planSession(generation, plan, chance.of(String(index)));
  }
  for (const body of calendar.bodies) planChanges(generation, year, body, chance);
}

/** Seats change hands once or twice a year; a duplicate is found now and then. */
function planChanges(generation: Generation, year: number, body: BodyNow, chance: Chance): void {
  const on = () => workday(dayOf(`${year}-02-01`) + chance.between(0, 300));
  for (let count = chance.between(0, 2); count > 0; count--) {
    const day = on();
    generation.deeds.plan(instantOf(day, 600), () => replaceOne(generation, body, day, chance));
  }
  if (!chance.happens(0.12)) return;
  const day = on();
  generation.deeds.plan(instantOf(day, 605), async () => {
    if (body.members.length > 0) await mergeDuplicate(generation, body, day, chance);
  });
}

function planSession(generation: Generation, plan: SessionPlan, chance: Chance): void {
  const urgent = chance.happens(0.02);
  const isShort = chance.happens(0.015);
  const notice = urgent ? 3 : isShort ? 4 : chance.between(7, 12);
  const urgency = urgent ? { reason: 'Échéance d’un appel à projets de l’État' } : null;
  generation.deeds.plan(instantOf(plan.day - notice, chance.between(540, 720)), async () => {
    if (plan.installs) await renew(generation, plan.body, plan.day, chance);
    await prepareAndHold(generation, plan, chance, { notice, urgency, again: null });
  });
}

async function prepareAndHold(
  generation: Generation,
  plan: SessionPlan,
  chance: Chance,
  convening: Parameters<typeof prepare>[3],
): Promise<void> {
  const evening = await prepare(generation, plan, chance, convening);
  if (isImported(plan)) takeFromRecord(evening);
  await fillAgenda(evening);
  await sendConvocation(evening, dateOf(plan.day - convening.notice));
  const isEnteredLater = isImported(plan) || chance.happens(0.1);
  const day = isEnteredLater ? workday(plan.day + chance.between(1, 9)) : plan.day;
  generation.deeds.plan(instantOf(day, plan.body.plan.minute), async () => {
    if (isEnteredLater) evening.enterAfterwards();
    await holdSession(evening);
  });
}

async function holdSession(evening: Evening): Promise<void> {
  const { chance, generation, body, date } = evening;
  const fails = evening.plan.carried === null && !evening.plan.installs && chance.happens(0.025);
  if (!(await open(evening, fails ? 0.3 : 0.84))) return conveneAgain(evening);
  if (chance.happens(0.012)) await replaceInRoom(evening);
  await deliberate(evening);
  const state = await evening.state();
  generation.sessions.held(body.plan.key, date, representedThroughout(state));
  const chair = state.openingChair;
  const secretary = state.secretaries?.[0];
  const away =
    state.attendance?.filter(({ status }) => status !== 'present').map(({ member }) => member) ?? [];
  if (chair !== null && secretary !== undefined) body.last = { id: evening.id, date, chair, secretary, away };
  if (isImported(evening.plan)) await sayImported(evening, state);
  evening.scribe.at = null;
  await planAfterwards(evening);
}

function representedThroughout(state: SessionState): ReadonlyMap<string, EarlierProxy['reason']> {
  const came = new Set([
    ...(state.attendance ?? []).filter(({ status }) => status === 'present').map(({ member }) => member),
    ...(state.movements ?? []).map(({ member }) => member),
  ]);
  const away = (state.proxies ?? []).filter(({ giver }) => !came.has(giver));
  return new Map(away.map(({ giver, reason }) => [giver, reason]));
}

/** The same agenda some days later, whatever the number of those who come (L2121-17). */
function conveneAgain(evening: Evening): void {
  const { generation, body, date, day, id, affairs, chance, plan } = evening;
  generation.sessions.failed(
    body.plan.key,
    date,
    affairs.map(({ id: affair, subject }) => ({ affair, subject })),
  );
  const carried = affairs.map(({ id: affair, subject, course }) => {
    generation.sessions.leftBy.set(affair, id);
    return { affair, session: id, subject, course: course === 'information' ? course : ('vote' as const) };
  });
  const again = workday(day + chance.between(4, 9));
  const second: SessionPlan = { name: `${plan.name}-bis`, body, day: again, installs: false, carried };
  const notice = again - day - 1;
  generation.deeds.plan(instantOf(day + 1, 600), () =>
    prepareAndHold(generation, second, chance, { notice, urgency: null, again: date }),
  );
}

/** One séance in some hundred was taken over from an older program, as a record. */
const isImported = ({ name }: SessionPlan): boolean => /-(7|107|207)$/.test(name);

const recordOf = ({ plan, date }: Evening) => ({
  record: `reprise-${plan.name}`,
  revision: 1,
  title: `Reprise de l’ancien logiciel, séance du ${date}`,
  uri: null,
  sha256: createHash('sha256').update(`${plan.name} ${date}`).digest('hex'),
});

function takeFromRecord(evening: Evening): void {
  evening.scribe.source = recordOf(evening);
}

async function sayImported(evening: Evening, { affairs }: SessionState): Promise<void> {
  const { record, revision, title, uri, sha256 } = recordOf(evening);
  const imported = {
    record,
    revision,
    sha256,
    source: { title, uri, sha256 },
    session: evening.id,
    affairs: affairs.map(({ key, id: affair }) => ({ key, affair })),
  };
  const disagreement = {
    check: '24',
    path: 'affairs.0.outcome',
    rule: 'decision.words',
    message: 'Les mots proclamés ne disent pas le résultat que donne le décompte.',
    affair: affairs[0]?.key ?? null,
  };
  await evening.scribe.send((context) => new RecordImport(context, imported, [disagreement]));
}

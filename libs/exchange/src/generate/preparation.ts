import {
  AttachAnnex,
  ConveneSession,
  PlaceAffair,
  ReviseReport,
  SendConvocation,
  SubmitReport,
  type Created,
  type ReportBody,
} from '@registre/deliberation';
import type { Chance } from './chance.js';
import { dateOf, instantOf } from './days.js';
import { Evening, type AffairAhead, type Generation } from './evening.js';
import { electionOf, proposalOf, type Proposal } from './matters.js';
import type { SessionPlan } from './world.js';

/** How a séance is convened. */
interface Convening {
  /** Days before it. */
  readonly notice: number;
  readonly urgency: { readonly reason: string | null } | null;
  /** Day of the first séance, which had no quorum. */
  readonly again: string | null;
}

/** Convenes a séance, puts its affairs on the agenda and submits their reports. */
export async function prepare(
  generation: Generation,
  plan: SessionPlan,
  chance: Chance,
  convening: Convening,
): Promise<Evening> {
  const scribe = generation.scribe.of(plan.name);
  const { notice, urgency, again } = convening;
  const { body } = plan;
  const convened = {
    body: body.plan.key,
    date: dateOf(plan.day),
    inOffice: chance.happens(0.97) ? body.members.length : null,
    convenedOn: chance.happens(0.97) ? dateOf(plan.day - notice) : null,
    kind: urgency === null ? ('ordinary' as const) : ('extraordinary' as const),
    public: body.plan.kind !== 'bureau',
    place: chance.happens(0.9) ? 'Hôtel de la métropole, salle des délibérations' : null,
    secondConvocationOf: again,
    urgency,
  };
  const { id } = await scribe.send<Created>(
    (context, told) => new ConveneSession(context, { ...convened, ...told }),
    'Convocation partie trop tard, la date étant déjà fixée',
  );
  return new Evening(generation, body, plan.day, id, plan, chance, scribe);
}

/** The whole agenda: what an earlier séance left, the elections of a new mandate, and what is drawn. */
export async function fillAgenda(evening: Evening): Promise<void> {
  const { body, chance, plan } = evening;
  const left = plan.carried ?? body.left;
  if (plan.carried === null) body.left = [];
  for (const one of left) {
    const carried = { affair: one.affair, subject: one.subject };
    await place(evening, { ...carried, course: one.course, office: null });
  }
  if (plan.carried !== null) return;
  if (plan.installs) for (const office of OFFICES) await propose(evening, office);
  const count = body.plan.kind === 'bureau' ? chance.between(8, 22) : chance.between(12, 32);
  for (let index = 0; index < count; index++) await propose(evening, null);
}

export const OFFICES = ['Président', '1er vice-président', '2e vice-président'] as const;

async function propose(evening: Evening, office: string | null): Promise<void> {
  const { chance, body, year } = evening;
  const rapporteur = chance.happens(0.93) ? chance.one(body.members).ref : null;
  const delegation = body.plan.kind === 'bureau' && chance.happens(0.99) ? `n° CONS ${year - 1}-0012` : null;
  const proposal =
    office === null
      ? proposalOf(chance, year, rapporteur, body.plan.kind === 'bureau' ? delegation : null)
      : electionOf(chance, year, rapporteur, `d’un(e) ${office.toLowerCase()}`);
  const { subject } = proposal.report;
  const id = await place(evening, { subject, course: proposal.course, office });
  await submit(evening, id, proposal);
}

async function place(
  evening: Evening,
  {
    affair,
    subject,
    course,
    office,
  }: Pick<AffairAhead, 'subject' | 'course' | 'office'> & { affair?: string },
): Promise<string> {
  const order = evening.affairs.length + 1;
  const { id } = await evening.scribe.send<Created>(
    (context, told) =>
      new PlaceAffair(context, evening.id, {
        subject,
        order,
        ...(affair === undefined ? {} : { affair }),
        ...told,
      }),
  );
  evening.generation.clock.pass(15_000);
  evening.affairs.push({ id, subject, course, office, order });
  return id;
}

/** An affair that nobody announced, placed while the séance is open (R12). */
export async function addDuringSession(evening: Evening): Promise<void> {
  await propose(evening, null);
}

async function submit(evening: Evening, affair: string, { report }: Proposal): Promise<void> {
  const { scribe, id, chance, generation } = evening;
  // Of some affairs nobody keeps the report.
  if (chance.happens(0.03)) return;
  const annexes: [] | null = chance.happens(0.9) ? [] : null;
  await scribe.send((context, told) => new SubmitReport(context, id, affair, { report, annexes, ...told }));
  if (chance.happens(0.07)) planRevision(evening, affair, report);
  generation.clock.pass(40_000);
  if (chance.happens(0.12)) await attach(evening, affair);
}

/** Most annexes are known by their title only; some come with their file, which may have to be erased one day. */
async function attach(evening: Evening, affair: string): Promise<void> {
  const { scribe, id, chance, generation } = evening;
  const title = chance.one([
    'Projet de convention',
    'Plan de situation',
    'Tableau des effectifs',
    'Avis du comité',
  ]);
  const file = chance.happens(0.06)
    ? await generation.files.put(
        generation.authority,
        Buffer.from(`${title}\n\n${evening.body.plan.name}, séance du ${evening.date}. Document d’essai.\n`),
      )
    : null;
  if (file !== null) evening.annexed.add(affair);
  await scribe.send((context, told) => new AttachAnnex(context, id, affair, { title, ...told }, file));
}

/** The convocation goes out, to all or, by mistake, to all but one. */
export async function sendConvocation({ scribe, id, body, chance }: Evening, on: string): Promise<void> {
  const all = body.members.map(({ ref }) => ref);
  const recipients = chance.happens(0.04) ? all.slice(0, -1) : all;
  const sent = {
    on,
    medium: chance.happens(0.9) ? ('electronic' as const) : ('paper' as const),
    recipients: chance.happens(0.95) ? recipients : null,
    note: chance.happens(0.93) ? true : chance.one([false, null]),
  };
  await scribe.send(
    (context, told) => new SendConvocation(context, id, { ...sent, ...told }),
    'La note de synthèse a été remise en séance',
  );
}

/** The report is revised before the séance. */
function planRevision(evening: Evening, affair: string, report: ReportBody): void {
  const { generation, chance, day, scribe, id } = evening;
  const revised = { ...report, text: `${report.text ?? ''}\n\nLe montant a été actualisé depuis l’envoi.` };
  const at = instantOf(day - chance.between(1, 4), chance.between(540, 1_050));
  if (at <= generation.clock.now().getTime()) return;
  generation.deeds.plan(at, async () => {
    await scribe.send(
      (context, told) =>
        new ReviseReport(context, id, affair, { report: revised, reason: 'Montant actualisé', ...told }),
    );
  });
}

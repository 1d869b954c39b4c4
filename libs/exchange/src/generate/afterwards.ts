import {
  AcknowledgeTransmission,
  CertifyExtract,
  EraseContent,
  affairAggregate,
  NumberAffair,
  PostList,
  PublishDeliberation,
  RecordFate,
  StrikeOutMention,
  TransmitDeliberation,
  type AffairInSession,
  type FateKind,
  type PublicationMedium,
} from '@registre/deliberation';
import { affairStream } from '@registre/event-store';
import type { Chance } from './chance.js';
import { dateOf, instantOf, workday, type Day } from './days.js';
import { DEPARTMENT, SIREN } from './mandates.js';
import type { Evening } from './evening.js';
import type { Scribe } from './scribe.js';

/** What follows a closed séance, each thing on its day: some late, some never. */
export async function planAfterwards(evening: Evening): Promise<void> {
  const { chance } = evening;
  const { affairs, chair } = await evening.state();
  await enter(evening);
  if (!chance.happens(0.03)) planList(evening);
  for (const affair of affairs) {
    if (!isAct(affair)) continue;
    if (!chance.happens(0.04)) await number(evening, affair);
    planAct(evening, affair, chair);
  }
}

const isAct = ({ outcome }: AffairInSession): boolean =>
  outcome === 'adopted' || outcome === 'rejected' || outcome === 'noted';

async function enter({ generation, scribe, id }: Evening): Promise<void> {
  const { idempotencyKey: _, ...context } = scribe.of('registre', 'registre').context();
  await generation.enterInRegister.complete(context, id);
}

/** Something to be done later about the séance, by whoever follows it up. */
function plan({ generation }: Evening, day: Day, minute: number, work: () => Promise<void>): void {
  generation.deeds.plan(instantOf(workday(day), minute), work);
}

function planList(evening: Evening): void {
  const { chance, scribe, id, day } = evening;
  const on = workday(day + (chance.happens(0.93) ? chance.between(1, 5) : chance.between(10, 30)));
  plan(evening, on, chance.between(540, 1_080), async () => {
    await scribe
      .of('liste')
      .send(
        (context, told) => new PostList(context, id, { on: dateOf(on), ...told }),
        'Affichage retardé par la fermeture du siège',
      );
  });
}

/** One number in three hundred was given already. */
async function number(evening: Evening, affair: AffairInSession): Promise<void> {
  const { scribe, id, body, year, chance, generation } = evening;
  const next = body.nextNumber(year);
  const given = chance.happens(0.003) ? next.replace(/\d{4}$/, '0001') : next;
  generation.clock.pass(1_000);
  await scribe.send(
    (context, told) => new NumberAffair(context, id, affair.id, { number: given, ...withoutTime(told) }),
    'Le numéro a été porté sur les deux actes',
  );
}

const withoutTime = <T extends object>({ occurredAt: _, ...told }: T & { occurredAt?: unknown }) => told;

function planAct(evening: Evening, affair: AffairInSession, chair: string | null): void {
  const { chance, day } = evening;
  const scribe = evening.scribe.of(affair.key, 'Service des assemblées');
  const minute = () => chance.between(500, 1_100);
  if (chance.happens(evening.generation.certified)) {
    plan(evening, day + chance.between(0, 2), minute(), () => certify(evening, affair, chair, scribe));
  }
  if (affair.outcome === 'adopted' && !chance.happens(0.04)) planTransmission(evening, affair, scribe);
  if (!chance.happens(0.03)) planPublication(evening, affair, scribe);
  if (affair.outcome === 'adopted' && chance.happens(0.035)) planFate(evening, affair, scribe);
  if (evening.annexed.has(affair.id) && chance.happens(0.4)) planErasure(evening, affair, scribe);
}

/** One day in seventy is mistyped; it is struck out, and noted as it was. */
function planPublication(evening: Evening, affair: AffairInSession, scribe: Scribe): void {
  const { chance, day, id } = evening;
  const on = workday(day + (chance.happens(0.94) ? chance.between(1, 8) : chance.between(40, 120)));
  plan(evening, on, chance.between(500, 1_100), async () => {
    const body = {
      on: chance.happens(0.98) ? dateOf(on) : null,
      media: mediaOf(chance),
      masked: maskedOf(chance),
    };
    const publish = (published: typeof body) =>
      scribe.send(
        (context, told) => new PublishDeliberation(context, id, affair.id, { ...published, ...told }),
      );
    if (chance.happens(0.014)) {
      await publish({ ...body, on: dateOf(on - 1) });
      const slip = { kind: 'publication', reason: 'Date mal saisie' } as const;
      await scribe.send(
        (context, told) => new StrikeOutMention(context, id, affair.id, { ...slip, ...told }),
      );
    }
    await publish(body);
  });
}

const mediaOf = (chance: Chance): PublicationMedium[] | null =>
  chance.happens(0.02) ? null : chance.happens(0.85) ? ['website'] : ['website', 'posting'];

const maskedOf = (chance: Chance): boolean | null => chance.one([false, false, false, true, null]);

async function certify(
  evening: Evening,
  affair: AffairInSession,
  chair: string | null,
  scribe: Scribe,
): Promise<void> {
  const { id, chance, generation } = evening;
  const certifiedOn = dateOf(Math.floor(generation.clock.now().getTime() / 86_400_000));
  const signatory = { member: chair, office: 'Le président', remit: null };
  const formula = chance.happens(0.9) ? 'Pour extrait conforme' : null;
  await scribe.send(
    (context, told) =>
      new CertifyExtract(context, id, affair.id, { formula, signatory, certifiedOn, ...told }),
  );
}

function planTransmission(evening: Evening, affair: AffairInSession, scribe: Scribe): void {
  const { chance, day, id, date } = evening;
  const sent = workday(day + (chance.happens(0.95) ? chance.between(1, 9) : chance.between(30, 90)));
  const number = `${chance.between(1, 99_999)}`.padStart(5, '0');
  const identifier = chance.happens(0.9)
    ? `${DEPARTMENT}-${SIREN}-${date.replaceAll('-', '')}-${number}-DE`
    : null;
  plan(evening, sent, chance.between(500, 900), async () => {
    await scribe.send(
      (context, told) =>
        new TransmitDeliberation(context, id, affair.id, { on: dateOf(sent), identifier, ...told }),
    );
  });
  if (chance.happens(0.05)) return;
  const received = workday(sent + chance.between(0, 2));
  plan(evening, received, chance.between(910, 1_100), async () => {
    const body = { on: dateOf(received), identifier };
    await scribe.send(
      (context, told) => new AcknowledgeTransmission(context, id, affair.id, { ...body, ...told }),
    );
  });
}

const FATES: readonly FateKind[] = [
  'material-error',
  'material-error',
  'rectified',
  'vote-rectified',
  'withdrawn',
  'repealed',
  'replaced',
  'annulled',
];

function planFate(evening: Evening, affair: AffairInSession, scribe: Scribe): void {
  const { chance, day, id, body, year } = evening;
  const kind = chance.one(FATES);
  const on = workday(day + chance.between(15, kind === 'annulled' ? 700 : 300));
  plan(evening, on, chance.between(540, 1_050), async () => {
    const said = {
      kind,
      on: dateOf(on),
      effectiveFrom: kind === 'repealed' && chance.happens(0.5) ? dateOf(on + 30) : null,
      byNumber: kind === 'annulled' || kind === 'material-error' ? null : body.nextNumber(year),
      byAffair: null,
      by: kind === 'annulled' ? 'Tribunal administratif de Clermont-Ferrand' : null,
      note: chance.one(['Erreur de plume à l’article 1', 'À la demande du préfet', null]),
      ...(kind === 'vote-rectified'
        ? { counts: { for: 14, against: 2, abstentions: 1, notTakingPart: 0 } }
        : {}),
    };
    await scribe.send((context, told) => new RecordFate(context, id, affair.id, { ...said, ...told }));
  });
}

/** What is kept as a file is erased now and then, on somebody's right (R27). */
function planErasure(evening: Evening, affair: AffairInSession, scribe: Scribe): void {
  const { chance, day, id, generation } = evening;
  plan(evening, day + chance.between(60, 200), chance.between(540, 1_050), async () => {
    const stream = affairStream(generation.authority, affair.id);
    const { state } = await generation.runner.load(affairAggregate, stream);
    const [annex] = state.contents.filter(({ what }) => what === 'annex');
    if (annex === undefined) return;
    const content = annex.file.id;
    const basis = 'Article 17 du règlement (UE) 2016/679, demande de la personne concernée';
    await scribe.send(
      (context, told) => new EraseContent(context, id, affair.id, { what: 'annex', content, basis, ...told }),
    );
    const { idempotencyKey: _, ...context } = scribe.context();
    await generation.completeErasure.complete(context, affair.id, content);
  });
}

import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DiskRecordFolder } from '../checks/record-folder.js';
import { smallRecord, type LooseJson } from '../session-record/record.fixture.js';
import { SESSION_RECORD_SCHEMA, shapeOf, type Schema } from '../session-record/schema.js';
import { eachWithRegister } from './register.fixture.js';

const held = eachWithRegister();

/** Field, without the indexes → every text of the record there. */
function textsByField(value: unknown, field = ''): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const visit = (found: unknown, at: string): void => {
    if (typeof found === 'string') texts.set(at, [...(texts.get(at) ?? []), found]);
    else if (Array.isArray(found)) found.forEach((item) => visit(item, `${at}[]`));
    else if (found !== null && typeof found === 'object') {
      for (const [key, item] of Object.entries(found)) visit(item, at === '' ? key : `${at}.${key}`);
    }
  };
  visit(value, field);
  return texts;
}

/** Every field of the format: `a.b[].c`. */
function fieldsUnder(schema: Schema, field = ''): readonly string[] {
  const asObject = shapeOf(schema, {}).shape;
  if (asObject.properties !== undefined) {
    return Object.entries(asObject.properties).flatMap(([key, property]) =>
      fieldsUnder(property, field === '' ? key : `${field}.${key}`),
    );
  }
  const asList = shapeOf(schema, []).shape;
  const inItems = asList.items === undefined ? [] : fieldsUnder(asList.items, `${field}[]`);
  return inItems.length > 1 ? inItems : [field];
}

/** Those that hold free text, or a date that a person wrote. */
const FREE_FIELDS = fieldsUnder(SESSION_RECORD_SCHEMA).flatMap((field) => {
  const shape = shapeIn(field);
  const item = shape.items === undefined ? shape : shapeOf(shape.items, '').shape;
  const free = [item.type].flat().includes('string') && item.pattern === undefined && item.enum === undefined;
  return free ? [shape.items === undefined ? field : `${field}[]`] : [];
});

function shapeIn(field: string): Schema {
  return field.split(/(?=\[\])|\./).reduce<Schema>((schema, step) => {
    const { shape } = shapeOf(schema, step === '[]' ? [] : {});
    const next = (step === '[]' ? shape.items : shape.properties?.[step]) ?? {};
    const asText = shapeOf(next, '').shape;
    return asText.type === undefined ? shapeOf(next, []).shape : asText;
  }, SESSION_RECORD_SCHEMA);
}

function fullRecord(): LooseJson {
  const json = smallRecord();
  json.source.uri = 'https://exemple.test/pv';
  Object.assign(json.body.members[1], {
    formOfAddress: 'Monsieur le premier adjoint',
    office: 'Premier adjoint',
    group: 'Groupe des essais',
    birthDate: '1961-02-03',
    mandateFrom: '2020-05-28',
    mandateUntil: '2026-03-01',
  });
  json.body.template = 'cm.liquid';
  json.session.place = 'Salle des fêtes';
  Object.assign(json.session, {
    secondConvocation: true,
    secondConvocationOf: '2024-03-07',
    urgency: { reason: 'Une offre qui expire', confirmed: true },
    chairs: [{ member: 'petit-chloe', fromAffair: '2', untilAffair: '2', reason: 'La maire sort' }],
    corrections: [{ on: '2024-04-11', member: 'blanc-elsa', status: 'absent', note: 'Erreur de saisie' }],
    closedDoors: [
      {
        from: { duringAffair: '2' },
        until: { afterAffair: '2' },
        requestedBy: ['durand-alix'],
        reason: 'Situation d’une entreprise',
      },
    ],
    listPostedOn: '2024-03-27',
    minutes: { adoptedOn: '2024-04-12', publishedOn: '2024-04-16', text: 'La séance est ouverte.' },
  });
  json.affairs[1].ballots.unshift({
    question: 'Siéger à huis clos',
    method: 'show-of-hands',
    outcome: 'adopted',
  });
  json.session.movements = [
    { member: 'moreau-basile', kind: 'left', when: { afterAffair: '2' }, reason: 'Train à prendre' },
  ];
  json.session.ballots = [
    { question: 'Voter à main levée', method: null, proclaimed: 'Accepté par tous' },
    { method: null, candidates: [{ name: 'Liste des essais', votes: 5 }] },
  ];
  Object.assign(json.affairs[0], reportOfEveryKind(), {
    debate: 'Un élu demande le calendrier.',
    proclaimed: 'La proposition est adoptée.',
    extract: {
      formula: 'Pour extrait conforme',
      signatory: { office: 'Le Maire', remit: ['Finances locales'] },
      certifiedOn: '2024-03-25',
    },
  });
  json.affairs[0].ballots.unshift({
    method: 'show-of-hands',
    question: 'Désigner un délégué',
    candidates: [{ name: 'Camille DEHORS', votes: 5 }],
  });
  json.affairs[0].decidingBallots = [2];
  Object.assign(json.affairs[1], { outcome: 'postponed', outcomeReason: 'Dossier incomplet' });
  Object.assign(json.affairs[0], {
    recusals: [
      { member: 'petit-chloe', ground: 'personal-interest', left: false, note: 'Trésorière du club' },
    ],
    transmission: { on: '2024-03-26', identifier: '099-20240321-01', acknowledgedOn: '2024-03-26' },
    publication: { on: '2024-03-28', media: ['website'], masked: false },
    fates: [
      {
        kind: 'repealed',
        on: '2025-01-09',
        effectiveFrom: '2025-02-01',
        byNumber: '2025-03',
        by: 'Le conseil municipal',
        note: 'Remplacée par un règlement',
      },
    ],
  });
  // One of the five keeps out of it.
  json.affairs[0].ballots[0].candidates[0].votes = 4;
  Object.assign(json.affairs[0].ballots[1], {
    roll: 4,
    counts: { for: 3, against: 0, abstentions: 1, notTakingPart: 0 },
  });
  return json;
}

function reportOfEveryKind(): LooseJson {
  return {
    references: [{ system: 'Logiciel comptable', id: 'LC-77' }],
    rapporteur: { member: 'roux-david', role: 'Rapporteur du budget' },
    delegation: 'Délibération 2020-01',
    report: 'Le club demande une aide.',
    citations: ['Le code général'],
    recitals: ['Que le club est ouvert'],
    articles: [{ label: 'Article 1', text: 'Une aide est accordée.' }],
    budget: [
      {
        amount: '800.00',
        currency: 'EUR',
        year: 2024,
        chapter: '65 ter',
        function: '311 bis',
        nature: '65748 bis',
        policy: 'CULT-1',
      },
    ],
    subsidies: [{ beneficiary: 'Club de lecture', amount: '800.00', agreementDate: '2024-04-02' }],
    annexes: [{ title: 'Bilan du club' }],
  };
}

describe('what a record says', () => {
  it('stands in the events, every text of every field that the register holds', async () => {
    await writeFile(join(held.register.dataDir, 'cm.liquid'), '{{ affair.subject }}');
    const json = fullRecord();
    const texts = textsByField(json);
    expect(FREE_FIELDS.filter((field) => !texts.has(field))).toEqual([]);
    const folder = new DiskRecordFolder(held.register.dataDir);
    await held.register.import(json, { folder });
    const kept = new Set([...textsByField(held.register.appended.map(({ event }) => event)).values()].flat());
    const lost = FREE_FIELDS.flatMap((field) => texts.get(field) ?? []).filter((text) => !kept.has(text));
    expect(lost).toEqual([]);
  });
});

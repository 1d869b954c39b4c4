import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { checkTemplate } from './check-template.js';
import type { ExtractContext } from './context.js';
import { extractContext } from './extract-context.js';
import { DRAFT_MARK } from './extract.js';
import { OWN_EXAMPLES, foldedRecord, sharedText, type SampleRecord } from './folded-record.samples.js';
import { renderTemplate } from './liquid.js';
import { anyContext, validatorOf } from './schema.samples.js';

const COMMUNE = readFileSync(`${OWN_EXAMPLES}templates/commune.liquid`, 'utf8');
const BUREAU_FOLDER = `${OWN_EXAMPLES}amp-bureau-2023-05-04/`;
const BUREAU = readFileSync(`${BUREAU_FOLDER}templates/bureau.liquid`, 'utf8');

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

/** The variables of an affair, certified as its record says. */
function contextOf(recordText: string, key: string): ExtractContext {
  const record = foldedRecord(JSON.parse(recordText) as SampleRecord);
  const subject = record.subjectOf(key);
  const { text } = subject.paper.report ?? { text: null };
  return extractContext(subject, typeof text === 'string' ? text : null, record.certificationOf(key));
}

describe('the Métropole’s extract of 4 May 2023', () => {
  const record = sharedText('amp-bureau-2023-05-04.json');
  const template = sharedText('templates/amp-bureau.liquid');
  const document = sharedText('amp-bureau-2023-05-04.txt');
  const whenShared = record && template && document ? it : it.skip;

  whenShared('is the document, word for word but for one slip of the scan', () => {
    const text = renderTemplate(template!, contextOf(record!, 'ivis-005'));
    expect(withoutSpaces(text)).toBe(withoutSpaces(document!.replace('Où il le rapport', 'Ouï le rapport')));
  });

  whenShared('is printed by a template that can be adopted', () => {
    expect(() => checkTemplate(template!)).not.toThrow();
  });
});

describe('the example that is shipped', () => {
  const context = contextOf(readFileSync(`${BUREAU_FOLDER}record.json`, 'utf8'), 'ivis-005');

  it('prints the séance, the act and the certification', () => {
    const text = renderTemplate(BUREAU, context);
    expect(text.split('\n').slice(0, 8)).toEqual([
      'MÉTROPOLE AIX-MARSEILLE-PROVENCE',
      'REGISTRE DES DÉLIBÉRATIONS – BUREAU DE LA MÉTROPOLE',
      'EXTRAIT',
      '',
      'Réunion du jeudi 4 mai 2023',
      '',
      'Présidence : Madame Martine VASSAL, Présidente de la Métropole Aix-Marseille-Provence. Membres présents : 32.',
      '',
    ]);
    expect(text).toContain('IVIS-005-13913/23/BM\n');
    expect(text).toContain('La proposition, mise aux voix, est adoptée.\n\nPour extrait conforme,\n');
    expect(text.trimEnd().split('\n').slice(-6)).toEqual([
      'Le Conseiller Délégué',
      'Métropole numérique,',
      'Politique publique de la donnée,',
      'Innovation, parcours usager',
      '',
      'Arnaud MERCIER',
    ]);
    expect(text).not.toContain(DRAFT_MARK);
  });

  it('says what it does not know on the plain form', () => {
    const text = renderTemplate(COMMUNE, context);
    expect(text).toContain('Convocation : non renseigné\n');
    expect(text).toContain('représentés : non renseigné — votants : non renseigné');
    expect(text).toContain('- pour : non renseigné — contre : non renseigné');
    expect(text).toContain('Résultat : adoptée\n');
  });

  it('is a draft until it is certified', () => {
    for (const template of [BUREAU, COMMUNE]) {
      expect(renderTemplate(template, { ...context, extract: null })).toContain(DRAFT_MARK);
    }
  });

  const schema = sharedText('session-record.schema.json');
  (schema ? it : it.skip)('is a session record', () => {
    const valid = validatorOf(JSON.parse(schema!) as object);
    valid(JSON.parse(readFileSync(`${BUREAU_FOLDER}record.json`, 'utf8')));
    expect(valid.errors).toBeNull();
  });
});

describe('the plain form of a commune', () => {
  const record = sharedText('pierrefonds-cm-2019-09-27.json');
  const whenShared = record === undefined ? it.skip : it;
  const lines = (key: string) => renderTemplate(COMMUNE, contextOf(record!, key)).split('\n');

  whenShared('marks what was deduced, and says what is not known', () => {
    const text = lines('1');
    expect(text).toContain('Convocation : mercredi 18 septembre 2019');
    expect(text).toContain(
      'Membres en exercice : non renseigné — présents : 10 — représentés : 5 — votants : 15',
    );
    expect(text).toContain(
      '- pour : 14 — contre : 0 (déduit) — abstentions : 1 — ne prennent pas part au vote : 0 (déduit)',
    );
    expect(text).toContain(
      '- calculé : adoptée à l’unanimité des suffrages exprimés — proclamé : non renseigné',
    );
  });

  whenShared('prints several ballots, an election among them', () => {
    const text = lines('3');
    expect(text).toContain('Délégué élu, tour 1 — mode de scrutin : vote à main levée');
    expect(text).toContain('- Michèle BOURBIER : 15 — élu(e)');
  });

  whenShared('prints an affair that was postponed', () => {
    const text = lines('11');
    expect(text).toContain('Sans vote');
    expect(text).toContain('Résultat : reportée');
  });
});

describe('every template', () => {
  it('that is shipped can be adopted', () => {
    for (const template of [BUREAU, COMMUNE]) expect(() => checkTemplate(template)).not.toThrow();
  });

  it('renders any variables, and the same ones to the same text', () => {
    const valid = validatorOf();
    fc.assert(
      fc.property(anyContext(), (context) => {
        expect(valid(context)).toBe(true);
        const copy = JSON.parse(JSON.stringify(context)) as ExtractContext;
        for (const template of [BUREAU, COMMUNE]) {
          expect(renderTemplate(template, context)).toBe(renderTemplate(template, copy));
        }
        expect(context).toEqual(copy);
      }),
      { numRuns: 60 },
    );
  });
});

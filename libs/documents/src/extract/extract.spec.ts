import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Certification, ExtractSubject } from '@registre/deliberation';
import { FolderFileStore } from '../files/folder-file-store.js';
import { StoredTexts } from '../files/texts.js';
import type { ExtractContext } from './context.js';
import {
  DRAFT_MARK,
  LiquidExtractRenderer,
  certifiedExtract,
  draftExtract,
  presentExtract,
} from './extract.js';
import { OWN_EXAMPLES, foldedRecord, type SampleRecord } from './folded-record.samples.js';

const FOLDER = `${OWN_EXAMPLES}amp-bureau-2023-05-04/`;
const TEMPLATE = readFileSync(`${FOLDER}templates/bureau.liquid`, 'utf8');
const RECORD = foldedRecord(JSON.parse(readFileSync(`${FOLDER}record.json`, 'utf8')) as SampleRecord);
const SUBJECT = RECORD.subjectOf('ivis-005');
const CERTIFICATION = RECORD.certificationOf('ivis-005') as Certification;

let dataDir: string;
let files: FolderFileStore;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'registre-extract-'));
  files = new FolderFileStore({ dataDir });
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const certify = (subject = SUBJECT, template = TEMPLATE) =>
  new LiquidExtractRenderer(files).render(subject, template, CERTIFICATION);
const read = (reference: Awaited<ReturnType<typeof certify>>['text']) =>
  new StoredTexts(files).read(SUBJECT.authority, reference);

/** The subject, with another text of the report. */
const withReport = (text: Awaited<ReturnType<StoredTexts['keep']>>): ExtractSubject => ({
  ...SUBJECT,
  paper: { ...SUBJECT.paper, report: { ...SUBJECT.paper.report!, text } },
});

describe('certifying', () => {
  it('keeps the template, the variables and the text', async () => {
    const kept = await certify();
    expect(await read(kept.template)).toBe(TEMPLATE);
    expect(await read(kept.text)).toMatch(/Arnaud MERCIER\s*$/);
    const variables = JSON.parse(await read(kept.variables)) as ExtractContext;
    expect(variables.extract?.signatory.fullName).toBe('Arnaud MERCIER');
    expect(variables.affair.number).toBe('IVIS-005-13913/23/BM');
  });

  it('gives the same bytes for the same facts', async () => {
    const [one, other] = [await certify(), await certify()];
    for (const part of ['template', 'variables', 'text'] as const) {
      expect(await read(one[part])).toBe(await read(other[part]));
    }
  });

  it('keeps nothing if the template fails', async () => {
    await expect(certify(SUBJECT, '{{ affair.present[99].fullName }}')).rejects.toMatchObject({
      kind: 'impossible',
    });
    const kept = [];
    for await (const file of files.list(SUBJECT.authority)) kept.push(file);
    expect(kept).toEqual([]);
  });

  it('prints a report that stands in the file store', async () => {
    const long = 'Un rapport de plus de soixante-quatre kibioctets. '.repeat(1500);
    const kept = await new StoredTexts(files).keep(SUBJECT.authority, long);
    expect(typeof kept).toBe('object');
    expect(await read((await certify(withReport(kept))).text)).toContain(long.trimEnd());
  });
});

describe('an extract that is certified', () => {
  it('is given back as it was frozen, whatever was learned since', async () => {
    const kept = await certify();
    const before = await certifiedExtract(files, SUBJECT.authority, kept);
    await certify(withReport('Autre rapport.'), 'Autre modèle.');
    expect(await certifiedExtract(files, SUBJECT.authority, kept)).toEqual(before);
    expect(before.certified).toBe(true);
    expect(presentExtract(before, 'text')).toBe(await read(kept.text));
    expect(presentExtract(before, 'json')).toBe(await read(kept.variables));
  });
});

describe('an extract that is not certified', () => {
  it('says so, and is the same text but for the certification', async () => {
    const draft = await draftExtract(files, SUBJECT, TEMPLATE);
    const certified = await read((await certify()).text);
    expect(draft.certified).toBe(false);
    const [body] = draft.text.split(DRAFT_MARK);
    expect(certified.startsWith(body!)).toBe(true);
    expect((JSON.parse(presentExtract(draft, 'json')) as ExtractContext).extract).toBeNull();
  });

  it('says so even where its template forgets', async () => {
    const { text } = await draftExtract(files, SUBJECT, '{{ affair.subject }}');
    expect(text.startsWith(`${DRAFT_MARK}\n\nAssociation Medinsoft`)).toBe(true);
  });

  it('cannot be printed once its report was erased', async () => {
    const gone = { id: 'ab'.repeat(32), salt: '', size: 70_000 };
    await expect(draftExtract(files, withReport(gone), TEMPLATE)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('the irregularities of an act', () => {
  const IRREGULARITY = {
    rule: 'R7.quorum',
    reason: 'La majorité était là.',
    found: 'Neuf présents sur dix-neuf.',
  };
  const withIrregularities = (...affairs: (string | null)[]): ExtractSubject => ({
    ...SUBJECT,
    session: {
      ...SUBJECT.session,
      irregularities: affairs.map((affair) => ({
        ...IRREGULARITY,
        event: 'AffairCalled',
        affair,
        ballot: null,
      })),
    },
  });

  it('are none on an act that has none: its text is that of its template', async () => {
    const { text } = await draftExtract(files, withIrregularities('another-affair'), TEMPLATE);
    expect(text).not.toContain('IRRÉGULARITÉS');
  });

  it('follow the text, with the rule, what was found and the reason, those of the whole séance too', async () => {
    const subject = withIrregularities(SUBJECT.affair, null);
    const { text } = await draftExtract(files, subject, TEMPLATE);
    const plain = await draftExtract(files, SUBJECT, TEMPLATE);
    expect(text.startsWith(plain.text)).toBe(true);
    expect(text.slice(plain.text.length).trim()).toBe(
      [
        'IRRÉGULARITÉS RELEVÉES',
        '',
        '1. Règle : quorum à l’examen de chaque affaire (L2121-17) [R7.quorum]',
        '   Constat : Neuf présents sur dix-neuf.',
        '   Enregistrée malgré la règle, au motif : La majorité était là.',
        '',
        '2. Règle : quorum à l’examen de chaque affaire (L2121-17) [R7.quorum] – séance entière',
        '   Constat : Neuf présents sur dix-neuf.',
        '   Enregistrée malgré la règle, au motif : La majorité était là.',
      ].join('\n'),
    );
  });

  it('are those of its paper and its number too', async () => {
    const paper = {
      ...SUBJECT.paper,
      irregularities: [{ ...IRREGULARITY, event: 'ReportSubmitted' as const }],
    };
    const numbered = { ...IRREGULARITY, rule: 'number.taken', found: 'Ce numéro est pris.' };
    const { text } = await draftExtract(files, { ...SUBJECT, paper, ofNumber: [numbered] }, TEMPLATE);
    expect(text).toMatch(/1\. Règle : number\.taken[^]*2\. Règle : quorum/);
  });

  it('are frozen with the extract that is certified', async () => {
    const kept = await certify(withIrregularities(SUBJECT.affair));
    expect(await read(kept.text)).toContain('IRRÉGULARITÉS RELEVÉES');
    const given = await certifiedExtract(files, SUBJECT.authority, kept);
    expect(given.text).toBe(await read(kept.text));
  });
});

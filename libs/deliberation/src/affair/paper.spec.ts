import { answerTo, codeOf, CONTEXT, expectIrregular, expectRegular, folded } from '../given.fixture.js';
import { numberAggregate, type NumberEvent } from '../register/number.js';
import { and, called, decided, EVENING, seance } from '../session/seance.fixture.js';
import { affairAggregate, type AffairEvent, type AffairState } from './affair.js';
import type { FileReference } from './file-reference.js';
import { AttachAnnex, attachAnnex } from './attach-annex.js';
import { CertifyExtract, certifyExtract, type CertifyExtractBody } from './certify-extract.js';
import { NumberAffair, numberAffair, takeNumber } from './number-affair.js';
import { reportOf, type ReportBody } from './report-body.js';
import { ReviseReport, reviseReport } from './revise-report.js';
import { SubmitReport, submitReport } from './submit-report.js';

type Despite = { rule: string; reason: string }[];
const paper = (...events: AffairEvent[]): AffairState => folded(affairAggregate, events);
const report = reportOf({ subject: 'Budget primitif' }, null);
const file: FileReference = { id: 'ab'.repeat(32), salt: 'AAAAAAAAAAAAAAAAAAAAAA==', size: 3 };

const submitted: AffairEvent = { type: 'ReportSubmitted', data: { session: 's', report, annexes: [] } };
const numbered: AffairEvent = { type: 'AffairNumbered', data: { session: 's', number: '12-2024' } };
const certified: AffairEvent = {
  type: 'ExtractCertified',
  data: {
    session: 's',
    formula: null,
    signatory: { member: 'alix', office: null, remit: null },
    certifiedOn: null,
    template: file,
    variables: file,
    text: file,
  },
};

describe('a report', () => {
  const submitting =
    (state: AffairState, annexes: [] | null = []) =>
    (despite?: Despite) =>
      submitReport(
        state,
        report,
        new SubmitReport(CONTEXT, 's', 'budget', {
          report: { subject: 'Budget primitif' },
          annexes,
          despite,
        }),
      );

  it('is submitted once; its annexes begin with none, or unknown', () => {
    expect(expectRegular(submitting(paper()))).toEqual([submitted]);
    expect(paper(...submitting(paper(), null)()).annexes).toBeNull();
    expect(codeOf(submitting(paper(submitted)))).toBe('report.submitted');
    expect(codeOf(submitting(paper(certified)))).toBe('extract.certified');
  });

  it('holds null for all that is not said, and takes each line of a list apart', () => {
    const body: ReportBody = {
      subject: 'Subvention',
      references: [{ system: 'dossier', id: '57004' }],
      rapporteur: { role: 'Commissaire Rapporteur' },
      articles: [{ text: 'Est attribuée…' }],
      budget: [{ amount: '75000.00', currency: 'EUR', year: 2023 }],
      subsidies: [{ beneficiary: 'Medinsoft', amount: '75000.00', shareOfBudget: 0.1453 }],
    };
    expect(reportOf(body, file)).toEqual({
      subject: 'Subvention',
      classification: null,
      references: [{ system: 'dossier', id: '57004' }],
      rapporteur: { member: null, role: 'Commissaire Rapporteur' },
      delegation: null,
      text: file,
      format: 'text',
      citations: null,
      recitals: null,
      articles: [{ label: null, text: 'Est attribuée…' }],
      budget: [
        {
          amount: '75000.00',
          currency: 'EUR',
          year: 2023,
          section: null,
          chapter: null,
          function: null,
          nature: null,
          policy: null,
        },
      ],
      subsidies: [
        {
          beneficiary: 'Medinsoft',
          siret: null,
          rna: null,
          amount: '75000.00',
          shareOfBudget: 0.1453,
          agreementDate: null,
        },
      ],
    });
  });

  describe('revised', () => {
    const revised = reportOf({ subject: 'Budget primitif rectifié' }, null);
    const revising =
      (state: AffairState, later = seance(...EVENING)) =>
      (despite?: Despite) =>
        reviseReport(
          state,
          later,
          revised,
          new ReviseReport(CONTEXT, 's', 'budget', {
            report: { subject: 'Budget primitif rectifié' },
            despite,
          }),
        );

    it('counts its versions', () => {
      const state = paper(submitted, ...expectRegular(revising(paper(submitted))));
      expect(state).toMatchObject({ reportVersion: 2, report: revised });
    });

    it('is refused before it is submitted, and once the affair is dealt with', () => {
      expect(codeOf(revising(paper()))).toBe('report.none');
      const discussing = seance(...EVENING, called('budget'));
      expect(codeOf(revising(paper(submitted), discussing))).toBe('accepted');
      const dealtWith = and(discussing, [decided('budget', 'adopted')]);
      expect(codeOf(revising(paper(submitted), dealtWith))).toBe('affair.dealt-with');
    });
  });
});

describe('an annex', () => {
  const attaching =
    (state: AffairState, of: FileReference | null = file) =>
    (despite?: Despite) =>
      attachAnnex(state, new AttachAnnex(CONTEXT, 's', 'budget', { title: 'Convention', despite }, of));

  it('is attached, with its file or by its title only', () => {
    expect(paper(submitted, ...expectRegular(attaching(paper(submitted)))).annexes).toEqual([
      { title: 'Convention', file, sha256: null },
    ]);
    expect(paper(...attaching(paper(), null)()).annexes).toEqual([
      { title: 'Convention', file: null, sha256: null },
    ]);
  });

  it('comes too late once the extract is certified', () => {
    expect(codeOf(attaching(paper(submitted, certified)))).toBe('extract.certified');
  });
});

describe('a number', () => {
  const taken = (...affairs: string[]) =>
    folded(
      numberAggregate,
      affairs.map((affair): NumberEvent => ({
        type: 'NumberTaken',
        data: { number: '12-2024', body: 'CM', session: 's', affair },
      })),
    );
  const asked = (despite?: Despite, number = '12-2024') =>
    new NumberAffair(CONTEXT, 's', 'budget', { number, despite });

  it('is taken within its scope', () => {
    expect(expectRegular((despite) => takeNumber(taken(), 'CM', asked(despite)))).toEqual([
      { type: 'NumberTaken', data: { number: '12-2024', body: 'CM', session: 's', affair: 'budget' } },
    ]);
    expect(takeNumber(taken('budget'), 'CM', asked())).toEqual([]);
  });

  it('that another affair bears is irregular, and happens', () => {
    expectIrregular((despite) => takeNumber(taken('route'), 'CM', asked(despite)), ['number.taken']);
  });

  it('is given to an affair once', () => {
    expect(numberAffair(paper(), asked())).toEqual([numbered]);
    expect(numberAffair(paper(numbered), asked())).toEqual([]);
    expect(codeOf(() => numberAffair(paper(numbered), asked(undefined, '13-2024')))).toBe('affair.numbered');
    expect(codeOf(() => numberAffair(paper(certified), asked()))).toBe('extract.certified');
  });
});

describe('an extract', () => {
  const certifying = (state: AffairState) => (despite?: CertifyExtractBody['despite']) =>
    certifyExtract(
      state,
      { template: file, variables: file, text: file },
      new CertifyExtract(CONTEXT, 's', 'budget', {
        signatory: { member: 'alix' },
        certifiedOn: null,
        despite,
      }),
    );

  it('is certified once, and for ever', () => {
    expect(expectRegular(certifying(paper(submitted)))).toEqual([certified]);
    expect(answerTo(certifying(paper(submitted, certified)))).toEqual({
      kind: 'impossible',
      code: 'extract.certified',
      rules: ['extract.certified'],
    });
  });
});

import 'reflect-metadata';
import { readRecord } from '../session-record/read-record.js';
import { recordWith } from '../session-record/record.fixture.js';
import {
  AMP,
  describeWithExamples,
  EVERY_SHAPE,
  EXAMPLES_FOLDER,
  PIERREFONDS,
} from '../session-record/shared-examples.fixture.js';
import { checkRecord } from './check-record.js';
import { DiskRecordFolder } from './record-folder.js';

describe('the checks of a record', () => {
  it('find nothing in one that holds together', async () => {
    expect(await checkRecord(recordWith(), null)).toEqual([]);
  });

  it('find five contradictions in one answer, each with its number, its place and its affair', async () => {
    const record = recordWith(({ authority, session, affairs }) => {
      authority.siren = '200054808';
      session.convenedOn = '2024-03-19';
      session.proxies[0].givenOn = '2024-03-22';
      affairs[1].number = '2024-01';
      affairs[1].ballots[0].counts.for = 3;
    });
    expect(await checkRecord(record, null)).toEqual([
      expect.objectContaining({ check: '1', path: 'affairs.1.number', affair: '2' }),
      expect.objectContaining({ check: '5', path: 'authority.siren', affair: null }),
      expect.objectContaining({ check: '11', path: 'session.proxies.0.givenOn' }),
      expect.objectContaining({ check: '14', path: 'session.convenedOn' }),
      {
        check: '18',
        severity: 'I',
        rule: 'R18.sum',
        path: 'affairs.1.ballots.0.counts',
        message: 'Pour, contre, abstentions et NPPV font 4 pour 5 votants.',
        affair: '2',
      },
    ]);
  });

  it('do not stumble over a record whose structure is wrong', async () => {
    const record = recordWith(({ body, session, affairs }) => {
      body.members = null;
      session.movements = [{ member: 'x', kind: 'left', when: { beforeAffair: 'x' } }];
      affairs[0].key = '2';
      affairs[1].decidingBallots = [7];
    });
    const findings = await checkRecord(record, null);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(
      new Set(['member.unknown', 'affair.key-taken', 'record.unknown-affair', 'decision.not-its-ballot']),
    );
  });
});

describeWithExamples('in the reference records, the checks', (read) => {
  it.each([AMP, PIERREFONDS, EVERY_SHAPE])('find nothing in %s', async (name) => {
    const { record } = readRecord(read(name));
    expect(await checkRecord(record, new DiskRecordFolder(EXAMPLES_FOLDER))).toEqual([]);
  });
});

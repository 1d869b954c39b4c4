import { Refusal } from '@registre/platform';
import { FORMS } from './format-errors.js';
import { MAX_RECORD_BYTES, readRecord } from './read-record.js';
import { bytesOf, recordWith, smallRecord, type LooseJson } from './record.fixture.js';
import { SESSION_RECORD_SCHEMA, textsOf } from './schema.js';
import { AMP, describeWithExamples, EVERY_SHAPE, PIERREFONDS } from './shared-examples.fixture.js';

function refusalOf(bytes: Uint8Array): Refusal {
  try {
    readRecord(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the record was accepted');
}

const reasonsWith = (change: (json: LooseJson) => void) => {
  const json = smallRecord();
  change(json);
  return refusalOf(bytesOf(json)).reasons.map(({ field, rule }) => `${field} ${rule}`);
};

describe('a record that follows the format', () => {
  it('is read with every property there, null where it was absent', () => {
    const record = recordWith();
    expect(record.session.urgency).toBeNull();
    expect(record.session.movements).toEqual([]);
    expect(record.source).toEqual({ title: 'Procès-verbal du 21 mars 2024', uri: null, sha256: null });
    expect(record.affairs[0]?.ballots?.[0]?.named).toEqual({
      for: null,
      against: null,
      abstentions: ['moreau-basile'],
      notTakingPart: null,
    });
    expect(record.affairs[0]?.reportFormat).toBe('text');
  });

  it('says a moment in one way only', () => {
    const record = recordWith(({ session }) => {
      session.movements = [
        { member: 'roux-david', kind: 'left', when: '2024-03-21T20:15' },
        { member: 'roux-david', kind: 'arrived', when: { afterAffair: '1' } },
        { member: 'roux-david', kind: 'left', when: null },
      ];
    });
    const nowhere = { at: null, beforeAffair: null, afterAffair: null, duringAffair: null };
    expect(record.session.movements?.map(({ when }) => when)).toEqual([
      { ...nowhere, at: '2024-03-21T20:15' },
      { ...nowhere, afterAffair: '1' },
      null,
    ]);
  });

  it('is known by the hash of its bytes', () => {
    const bytes = bytesOf(smallRecord());
    expect(readRecord(bytes).sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(readRecord(bytes).sha256).toBe(readRecord(Buffer.from(bytes)).sha256);
    expect(readRecord(bytes).sha256).not.toBe(readRecord(Buffer.concat([bytes, Buffer.from('\n')])).sha256);
  });

  it('may begin with a byte order mark', () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytesOf(smallRecord())]);
    expect(readRecord(marked).record).toEqual(recordWith());
  });

  it('names where its texts of each kind stand', () => {
    const record = recordWith();
    expect(textsOf(record, 'ref').map(({ path }) => path)).toContain(
      'affairs.1.ballots.0.named.abstentions.0',
    );
    expect(textsOf(record, 'localDateTime').map(({ path }) => path)).toEqual([
      'session.openedAt',
      'session.closedAt',
      'affairs.0.calledAt',
      'affairs.1.calledAt',
    ]);
  });
});

describe('a record that breaks the format', () => {
  it('is refused with every reason, each naming its field', () => {
    const reasons = reasonsWith((json) => {
      json.colour = 'red';
      delete json.session.date;
      json.body.members[1].civility = 'Docteur';
      json.body.membersInOffice = 0;
      json.affairs[0].ballots[0].counts.for = 'quatre';
      json.affairs[1].classification = 'finances';
    });
    expect(reasons.toSorted()).toEqual([
      'affairs.0.ballots.0.counts.for type',
      'affairs.1.classification pattern',
      'body.members.1.civility enum',
      'body.membersInOffice minimum',
      'colour unknown-property',
      'session.date required',
    ]);
  });

  it('is told once what is wrong where several types are possible', () => {
    const reasons = reasonsWith(({ session, affairs }) => {
      session.openedAt = 'huit heures';
      session.convenedOn = '2024-02-31';
      session.place = 12;
      session.chair = ['durand-alix'];
      session.movements = [
        { member: 'roux-david', kind: 'left', when: { at: '21 h' } },
        { member: 'roux-david', kind: 'left', when: 21 },
        { member: 'roux-david', kind: 'left', when: { beforeAffair: '1', afterAffair: '2' } },
        { member: 'roux-david', kind: 'left', when: {} },
      ];
      affairs[0].ballots[0].named.for = ['roux-david', 'roux-david'];
      affairs[0].annexes = [{ title: 'Plan', file: '../../etc/passwd' }];
    });
    expect(reasons.toSorted()).toEqual([
      'affairs.0.annexes.0.file pattern',
      'affairs.0.ballots.0.named.for uniqueItems',
      'session.chair type',
      'session.convenedOn date',
      'session.movements.0.when.at pattern',
      'session.movements.1.when type',
      'session.movements.2.when.afterAffair one-place',
      'session.movements.3.when minProperties',
      'session.openedAt pattern',
      'session.place type',
    ]);
  });

  it('is answered in French', () => {
    const json = smallRecord();
    json.session.movements = 'aucun';
    json.session.convenedOn = '2024-02-31';
    const messages = refusalOf(bytesOf(json)).reasons.map(({ message }) => message);
    expect(messages).toEqual([
      'Attendu : un jour qui existe, écrit AAAA-MM-JJ.',
      'Attendu : une liste ou null.',
    ]);
  });

  it('has every pattern of the format in words', () => {
    const patterns = JSON.stringify(SESSION_RECORD_SCHEMA).match(/"pattern":"(?:[^"\\]|\\.)*"/g) ?? [];
    const known = patterns.map((found) => (JSON.parse(`{${found}}`) as { pattern: string }).pattern);
    expect(new Set(known)).toEqual(new Set(Object.keys(FORMS)));
  });

  it('is refused for what JSON lets pass: a key given twice, an unknown encoding', () => {
    const text = JSON.stringify(smallRecord());
    const twice = text.replace('"revision":1', '"revision":1,"revision":2');
    expect(refusalOf(Buffer.from(twice)).reasons.map(({ rule }) => rule)).toEqual(['duplicate-key']);
    expect(refusalOf(Buffer.from(text, 'latin1')).code).toBe('not-utf-8');
    expect(refusalOf(Buffer.from('')).code).toBe('malformed-json');
  });

  it('is refused unread when it is too large', () => {
    expect(refusalOf(Buffer.alloc(MAX_RECORD_BYTES + 1, 0x20)).kind).toBe('too-large');
    expect(refusalOf(Buffer.from(`[${'0,'.repeat(600_000)}0]`)).code).toBe('too-many-values');
  });

  it('is answered in good time even when it is hostile', () => {
    const json = smallRecord();
    json.session.secretaries = Array.from({ length: 200_000 }, (_, index) => `s-${index}`);
    const started = performance.now();
    readRecord(bytesOf(json));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describeWithExamples('the reference records', (read) => {
  it.each([AMP, PIERREFONDS, EVERY_SHAPE])('%s is read', (name) => {
    expect(readRecord(read(name)).record.format).toBe('session-record/1');
  });

  it('follow the same schema as ours', () => {
    expect(JSON.parse(read('session-record.schema.json').toString())).toEqual(SESSION_RECORD_SCHEMA);
  });
});

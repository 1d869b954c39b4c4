import { readRecord } from './read-record.js';
import { recordWith, type LooseJson } from './record.fixture.js';
import { SESSION_RECORD_SCHEMA, shapeOf, type Schema } from './schema.js';
import { AMP, describeWithExamples, EVERY_SHAPE, PIERREFONDS } from './shared-examples.fixture.js';
import { SUPPORTED_FIELDS, unsupportedIn } from './supported.js';

const fieldsWith = (change?: (json: LooseJson) => void) =>
  unsupportedIn(recordWith(change)).map(({ field }) => field);

describe('what the register can hold of a record', () => {
  it('is a list of fields of the format', () => {
    expect([...SUPPORTED_FIELDS].filter((field) => !existsInFormat(field))).toEqual([]);
  });

  it('takes a record that keeps to it', () => {
    expect(fieldsWith()).toEqual([]);
  });

  it('takes what is said to be unknown or none, wherever it stands', () => {
    const fields = fieldsWith(({ session, affairs }) => {
      session.urgency = null;
      session.closedDoors = [];
      session.suspensions = [];
      session.corrections = [];
      session.held = true;
      session.minutes = { adoptedOn: null, publishedOn: null, text: null };
      affairs[0].fates = [];
      affairs[0].transmission = {};
      affairs[0].publication = { on: null };
    });
    expect(fields).toEqual([]);
  });

  it('names each field that is filled and not held', () => {
    const fields = fieldsWith(({ session, affairs }) => {
      session.urgency = { reason: null };
      session.chairs = [{ member: 'roux-david', fromAffair: '2', untilAffair: '2' }];
      session.listPostedOn = '2024-03-25';
      session.proxies[0].until = { beforeAffair: '2' };
      affairs[0].recusals = [{ member: 'roux-david' }];
      affairs[1].publication = { on: null, masked: false };
      affairs[1].ballots[0].expressed = 4;
    });
    expect(fields).toEqual([
      'session.urgency',
      'session.chairs',
      'session.proxies.0.until',
      'session.listPostedOn',
      'affairs.0.recusals',
      'affairs.1.ballots.0.expressed',
      'affairs.1.publication',
    ]);
  });

  it('names each value that is not held', () => {
    const fields = fieldsWith(({ session, affairs }) => {
      session.held = false;
      session.attendance[4].status = 'represented';
      session.movements = [
        { member: 'roux-david', kind: 'left', when: '2024-03-21T20:15' },
        { member: 'roux-david', kind: 'installed', when: { afterAffair: '1' } },
      ];
      session.proxies[0].from = { at: '2024-03-21T20:15' };
      affairs[0].subject = null;
      affairs[0].outcomeReason = 'faute de temps';
      affairs[0].ballots[0].method = 'secret';
      affairs[1].outcome = 'withdrawn';
      affairs[1].outcomeReason = 'à la demande du rapporteur';
      affairs[1].proclaimed = 'Retirée';
    });
    expect(fields).toEqual([
      'session.held',
      'session.attendance.4.status',
      'session.movements.0.when',
      'session.movements.1.kind',
      'session.proxies.0.from',
      'affairs.0.subject',
      'affairs.0.outcomeReason',
      'affairs.0.ballots.0.method',
      'affairs.1.proclaimed',
    ]);
  });
});

describeWithExamples('of the reference records, the register', (read) => {
  it.each([AMP, PIERREFONDS])('holds all that is in %s', (name) => {
    expect(unsupportedIn(readRecord(read(name)).record)).toEqual([]);
  });

  it('does not hold yet every shape of the format', () => {
    const fields = unsupportedIn(readRecord(read(EVERY_SHAPE)).record).map(({ field }) => field);
    expect(new Set(fields.map((field) => field.replaceAll(/\.\d+/g, '[]')))).toEqual(
      new Set([
        ...['urgency', 'chairs', 'closedDoors', 'suspensions', 'listPostedOn', 'minutes'].map(
          (name) => `session.${name}`,
        ),
        'session.proxies[].until',
        ...['sheet', 'recusals', 'ballotRequest', 'transmission', 'publication', 'fates'].map(
          (name) => `affairs[].${name}`,
        ),
        ...['method', 'found', 'blank', 'nullVotes', 'blankOrNull'].map(
          (name) => `affairs[].ballots[].${name}`,
        ),
      ]),
    );
  });
});

function existsInFormat(field: string): boolean {
  let schema: Schema | undefined = SESSION_RECORD_SCHEMA;
  for (const step of field.split(/(?=\[\])|\./)) {
    const shape: Schema = shapeOf(schema, step === '[]' ? [] : {}).shape;
    schema = step === '[]' ? shape.items : shape.properties?.[step];
    if (schema === undefined) return false;
  }
  return true;
}

import { beforeAll, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import { eventsWrittenBy } from '../support/events-written.js';
import { RegisterClient, type Answer } from '../support/register-client.js';
import { constituteCouncil, members, openSeance, type Seance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

/** A body that must not pass, as the client's own bytes. */
interface Hostile {
  readonly what: string;
  readonly text: string | Uint8Array;
  readonly status: number;
  readonly code: string;
  /** What the answer names as being at fault. */
  readonly reasons: readonly { readonly field: string; readonly rule: string }[];
}

const MEGABYTE = 1024 * 1024;

const invalid = (what: string, text: string, code: string, ...reasons: Hostile['reasons']): Hostile => ({
  what,
  text,
  status: 400,
  code,
  reasons,
});

const HOSTILE: readonly Hostile[] = [
  invalid('an unknown field', '{"subject":"Budget","ordre":1}', 'invalid-body', {
    field: 'ordre',
    rule: 'unknown-property',
  }),
  invalid(
    'an unknown field deep inside',
    '{"subject":"Budget","occurredAt":{"date":null,"time":null,"zone":"UTC"}}',
    'invalid-body',
    { field: 'occurredAt.zone', rule: 'unknown-property' },
  ),
  invalid('a JSON key given twice', '{"subject":"Budget","subject":"Autre"}', 'unsafe-json', {
    field: 'subject',
    rule: 'duplicate-key',
  }),
  invalid('a lone surrogate', '{"subject":"Budget \\ud83d"}', 'unsafe-json', {
    field: 'subject',
    rule: 'lone-surrogate',
  }),
  invalid('__proto__', '{"subject":"Budget","__proto__":{"order":1}}', 'unsafe-json', {
    field: '__proto__',
    rule: 'forbidden-key',
  }),
  invalid(
    'a number that a double cannot hold',
    '{"subject":"Budget","order":9007199254740993}',
    'unsafe-json',
    {
      field: 'order',
      rule: 'unsafe-number',
    },
  ),
  invalid('wrong types', '{"subject":["Budget"],"order":"1"}', 'invalid-body', ...wrongTypes()),
  invalid('a list in place of the body', '[{"subject":"Budget"}]', 'invalid-body'),
  invalid('constructor as a field', '{"subject":"Budget","constructor":{"prototype":{}}}', 'unsafe-json', {
    field: 'constructor',
    rule: 'forbidden-key',
  }),
  invalid('half a JSON text', '{"subject":"Budg', 'malformed-json', { field: '', rule: 'malformed-json' }),
  {
    ...invalid('bytes that are not UTF-8', '', 'not-utf-8'),
    text: Buffer.from('{"subject":"\xff"}', 'latin1'),
  },
  {
    what: 'a body of 10 MB',
    text: JSON.stringify({ subject: 'B'.repeat(10 * MEGABYTE) }),
    status: 413,
    code: 'body-too-large',
    reasons: [{ field: '', rule: 'body-too-large' }],
  },
];

function wrongTypes(): Hostile['reasons'] {
  return [
    { field: 'subject', rule: 'isString' },
    { field: 'order', rule: 'isInt' },
  ];
}

eachStore('given an open séance', (store) => {
  let register: RegisterClient;
  let seance: Seance;
  beforeAll(async () => {
    const { url } = await startServer({ dataDir: tempFolder(), env: store.env });
    register = new RegisterClient(url);
    await constituteCouncil(register, 3);
    seance = await openSeance(register, { inOffice: 3, present: members(3) });
  });

  it.each(HOSTILE)(
    'when $what is sent, then the problem names it and nothing is stored',
    async ({ text, status, code, reasons }) => {
      let answer: Answer | undefined;
      const written = await eventsWrittenBy(register, async () => {
        answer = await register.sendText(`${seance.path}/affairs`, text);
      });

      expect(answer).toMatchObject({ status, body: { status, code } });
      expect(answer?.headers.get('content-type')).toContain('application/problem+json');
      expect(answer?.body.reasons).toEqual(
        expect.arrayContaining(reasons.map((reason) => expect.objectContaining(reason))),
      );
      expect(written).toBe(0);
    },
  );

  it('when several fields are wrong, then one answer names them all', async () => {
    const body = { body: 'C M', date: '2024-02-31', inOffice: 0, place: '', publique: true };
    const answer = await register.send('/sessions', body);
    const fields = answer.body.reasons.map(({ field }: { field: string }) => field);
    expect(new Set(fields)).toEqual(new Set(['body', 'date', 'inOffice', 'place', 'publique']));
  });

  it('when one name comes in NFC and then in NFD, then it is the same name and nothing new is stored', async () => {
    const seat = (familyName: string) => ({ members: [{ ref: 'lea', familyName, givenName: 'Léa' }] });
    await register.command('/bodies/CM/members', seat('BÉNÉZET'.normalize('NFC')));

    const written = await eventsWrittenBy(register, () =>
      register.command('/bodies/CM/members', seat('BÉNÉZET'.normalize('NFD'))),
    );

    expect(written).toBe(0);
    const { bodies } = await register.read('');
    const { seats } = bodies.find(({ key }: { key: string }) => key === 'CM');
    expect(seats.at(-1).familyName).toBe('BÉNÉZET'.normalize('NFC'));
  });

  it('when a path names no id, then the problem names the part of it', async () => {
    const answer = await register.send('/sessions/..%2F..%2Fetc/affairs', { subject: 'Budget' });
    expect(answer).toMatchObject({ status: 400, body: { reasons: [{ field: 'session', rule: 'uuid' }] } });
  });
});

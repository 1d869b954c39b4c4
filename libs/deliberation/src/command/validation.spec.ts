import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CastVoteBody } from '../ballot/cast-vote.js';
import { RegisterAuthorityBody } from '../authority/register-authority.js';
import { CertifyExtractBody } from '../affair/certify-extract.js';
import { PlaceAffairBody } from '../session/place-affair.js';
import { ConveneSessionBody } from '../session/convene-session.js';
import { OpenSessionBody } from '../session/open-session.js';

/** The properties at fault, as the HTTP interface would tell them. */
const faults = (type: new () => object, body: object): string[] =>
  validateSync(plainToInstance(type, body), { whitelist: true, forbidNonWhitelisted: true }).map(
    ({ property }) => property,
  );

const opening = { attendance: [], proxies: [], movements: [], secretaries: [] };
const convening = { body: 'CM', date: '2024-03-21', inOffice: 11 };

describe('a body', () => {
  it('begins its lists with none, or unknown, and never leaves that unsaid', () => {
    expect(faults(OpenSessionBody, opening)).toEqual([]);
    expect(faults(OpenSessionBody, { ...opening, proxies: null })).toEqual([]);
    expect(faults(OpenSessionBody, { ...opening, proxies: ['ines'] })).toEqual(['proxies']);
    const { proxies: _, ...silent } = opening;
    expect(faults(OpenSessionBody, silent)).toEqual(['proxies']);
  });

  it('says what may be unknown, by null, and may leave out what may be absent', () => {
    expect(faults(ConveneSessionBody, convening)).toEqual([]);
    expect(faults(ConveneSessionBody, { ...convening, inOffice: null, convenedOn: null })).toEqual([]);
    expect(faults(ConveneSessionBody, { body: 'CM', date: '2024-03-21' })).toEqual(['inOffice']);
  });

  it('takes no null for what can only be left out', () => {
    expect(faults(ConveneSessionBody, { ...convening, occurredAt: null })).toEqual(['occurredAt']);
    expect(faults(ConveneSessionBody, { ...convening, despite: null })).toEqual(['despite']);
    expect(faults(CastVoteBody, { seat: 'alix', choice: 'for', voter: null })).toEqual(['voter']);
  });

  it('says when it happened in both parts, either of which may be unknown', () => {
    const at = (occurredAt: object) => faults(ConveneSessionBody, { ...convening, occurredAt });
    expect(at({ date: '2024-03-21', time: null })).toEqual([]);
    expect(at({ date: null, time: '20:00' })).toEqual([]);
    expect(at({ date: '2024-03-21' })).toEqual(['occurredAt']);
    expect(at({ date: '2024-02-31', time: null })).toEqual(['occurredAt']);
    expect(at({ date: '2024-03-21', time: '24:00' })).toEqual(['occurredAt']);
    expect(at({ date: '2024-03-21', time: null, zone: 'Europe/Paris' })).toEqual(['occurredAt']);
  });

  it('is closed: what is not known of it is refused', () => {
    expect(faults(PlaceAffairBody, { subject: 'Budget', ordre: 1 })).toEqual(['ordre']);
  });

  it('has texts for people, neither blank nor endless', () => {
    expect(faults(PlaceAffairBody, { subject: '' })).toEqual(['subject']);
    expect(faults(PlaceAffairBody, { subject: ' \n' })).toEqual(['subject']);
    expect(faults(PlaceAffairBody, { subject: 'x'.repeat(2001) })).toEqual(['subject']);
    const remit = (...lines: unknown[]) =>
      faults(CertifyExtractBody, { signatory: { remit: lines }, certifiedOn: null });
    expect(remit('Innovation', 'Numérique')).toEqual([]);
    expect(remit('Innovation', ' ')).toEqual(['signatory']);
  });

  it('names a zone of the IANA database', () => {
    const zone = (timezone: string) => faults(RegisterAuthorityBody, { name: 'Valmont', timezone });
    expect(zone('Indian/Reunion')).toEqual([]);
    expect(zone('Europe/Valmont')).toEqual(['timezone']);
    expect(zone('+02:00')).toEqual(['timezone']);
  });
});

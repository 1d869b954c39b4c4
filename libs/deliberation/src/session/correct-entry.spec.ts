import { codeOf, CONTEXT, expectRegular } from '../given.fixture.js';
import { CorrectEntry, correctEntry, type CorrectEntryBody } from './correct-entry.js';
import { rollNow } from './roll.js';
import {
  and,
  arrived,
  balloted,
  called,
  closed,
  decided,
  EVENING,
  left,
  postponed,
  proxy,
  recused,
  seance,
  unballoted,
} from './seance.fixture.js';
import { roomOf, type SessionState } from './session.js';

type Asked = CorrectEntryBody['correction'];
const correcting =
  (state: SessionState, correction: Asked, known: Partial<CorrectEntryBody> = {}, context = CONTEXT) =>
  (despite?: CorrectEntryBody['despite']) =>
    correctEntry(state, new CorrectEntry(context, 's', { correction, ...known, despite }));
const corrected = (state: SessionState, correction: Asked): SessionState =>
  and(state, expectRegular(correcting(state, correction)));
const code = (state: SessionState, correction: Asked) => codeOf(correcting(state, correction));

const karimaCame: Asked = { kind: 'attendance', member: 'karima', status: 'present', mode: 'in-person' };

describe('a correction before the closing', () => {
  const evening = seance(...EVENING);

  it('of the attendance puts the room right, and names the entry that it corrects', () => {
    const [event] = expectRegular(correcting(evening, karimaCame, { reason: 'Oubliée à l’appel' }));
    expect(event).toEqual({
      type: 'EntryCorrected',
      data: { correction: karimaCame, entry: 14, on: null, reason: 'Oubliée à l’appel' },
    });
    const after = and(evening, [event!]);
    expect(roomOf(after).present).toContain('karima');
    const again = correcting(after, { kind: 'attendance', member: 'karima', status: 'excused' })();
    expect(again).toMatchObject([{ data: { entry: evening.length } }]);
  });

  it('takes back the last movement, and then the one before, whose entry is no longer told', () => {
    const state = and(evening, [left('hugo'), arrived('hugo')]);
    const back = corrected(state, { kind: 'movement', member: 'hugo' });
    expect(roomOf(back).present).not.toContain('hugo');
    const [event] = correcting(back, { kind: 'movement', member: 'hugo' })();
    expect(event?.data).toMatchObject({ entry: null });
    expect(roomOf(and(back, [event!])).present).toContain('hugo');
    expect(code(and(back, [event!]), { kind: 'movement', member: 'hugo' })).toBe('correction.no-entry');
  });

  it('takes back a proxy, a secretary, a recusal, a call, an outcome', () => {
    const state = and(evening, [
      proxy('ines', 'david'),
      { type: 'SecretaryAppointed', data: { member: 'elsa' } },
      recused('budget', 'david'),
      called('budget'),
    ]);
    expect(corrected(state, { kind: 'proxy', member: 'ines' }).proxies).toEqual([]);
    expect(corrected(state, { kind: 'secretary', member: 'elsa' }).secretaries).toEqual([]);
    const free = corrected(state, { kind: 'recusal', affair: 'budget', member: 'david' });
    expect(rollNow(free, 'budget', null).seats).toContainEqual({ seat: 'david', voter: 'david' });
    expect(corrected(state, { kind: 'call', affair: 'budget' }).currentAffair).toBeNull();
    const decision = and(state, [decided('budget', 'adopted')]);
    expect(corrected(decision, { kind: 'outcome', affair: 'budget' }).currentAffair).toBe('budget');
    const later = and(evening, [postponed('route')]);
    expect(corrected(later, { kind: 'outcome', affair: 'route' }).currentAffair).toBeNull();
  });

  it.each<Asked>([
    { kind: 'attendance', member: 'zoe', status: 'present' },
    { kind: 'movement', member: 'alix' },
    { kind: 'proxy', member: 'ines' },
    { kind: 'secretary', member: 'alix' },
    { kind: 'recusal', affair: 'budget', member: 'alix' },
    { kind: 'call', affair: 'budget' },
    { kind: 'outcome', affair: 'budget' },
  ])('of what was never noted is impossible: %j', (correction) => {
    expect(code(evening, correction)).toBe('correction.no-entry');
  });

  it('is impossible where what came after contradicts it', () => {
    const gone = and(evening, [left('hugo')]);
    expect(code(gone, { kind: 'attendance', member: 'hugo', status: 'absent' })).toBe('correction.movements');
    expect(code(and(evening, [arrived('karima')]), karimaCame)).toBe('correction.movements');
    const voted = and(evening, [
      proxy('ines', 'david'),
      called('budget'),
      balloted('b', 'budget'),
      unballoted('b'),
    ]);
    expect(code(voted, { kind: 'attendance', member: 'alix', status: 'absent' })).toBe('correction.on-roll');
    expect(code(voted, { kind: 'proxy', member: 'ines' })).toBe('correction.on-roll');
    expect(code(voted, { kind: 'call', affair: 'budget' })).toBe('correction.has-ballot');
    const voided = and(voted, [{ type: 'BallotVoided', data: { ballot: 'b', reason: null } }]);
    expect(code(voided, { kind: 'call', affair: 'budget' })).toBe('accepted');
    const dealt = and(evening, [called('budget'), decided('budget', 'adopted')]);
    expect(code(dealt, { kind: 'call', affair: 'budget' })).toBe('correction.has-outcome');
    const next = and(dealt, [called('route')]);
    expect(code(next, { kind: 'outcome', affair: 'budget' })).toBe('correction.other-affair');
    expect(code(and(evening, [balloted('b', null)]), karimaCame)).toBe('ballot.open');
  });

  it('that changes nothing, or names a later séance, is refused', () => {
    expect(code(evening, { kind: 'attendance', member: 'karima', status: 'absent' })).toBe('correction.same');
    expect(codeOf(correcting(evening, karimaCame, { on: '2024-04-18' }))).toBe('correction.before-closing');
  });

  it('names what its kind asks, and nothing else', () => {
    expect(code(evening, { kind: 'call', member: 'alix' })).toBe('correction.shape');
    expect(code(evening, { kind: 'attendance', member: 'alix' })).toBe('correction.shape');
    expect(code(evening, { kind: 'movement', member: 'alix', status: 'absent' })).toBe('correction.shape');
    expect(code(evening, { kind: 'outcome', affair: 'autre' })).toBe('unknown-affair');
  });
});

describe('a correction after the closing', () => {
  const over = seance(...EVENING, closed);
  const source = { record: 'r', revision: 2, title: 'PV', uri: null, sha256: null };

  it('is that of a later séance or of a corrected record, and the first version stays', () => {
    const events = expectRegular(correcting(over, karimaCame, { on: '2024-04-18' }));
    const after = and(over, events);
    expect(after.corrections).toMatchObject([{ on: '2024-04-18', entry: 14 }]);
    expect(after.attendance).toEqual(over.attendance);
    expect(codeOf(correcting(over, karimaCame, {}, { ...CONTEXT, source }))).toBe('accepted');
  });

  it('is impossible otherwise', () => {
    expect(code(over, karimaCame)).toBe('correction.after-closing');
    expect(codeOf(correcting(over, karimaCame, { on: '2024-03-21' }))).toBe('correction.not-later');
  });
});

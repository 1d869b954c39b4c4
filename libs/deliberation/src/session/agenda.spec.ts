import { codeOf, CONTEXT, expectRegular } from '../given.fixture.js';
import { CloseSession, closeSession } from './close-session.js';
import { NoteAffair, noteAffair } from './note-affair.js';
import { NoteDebate, noteDebate } from './note-debate.js';
import { PostponeAffair, postponeAffair } from './postpone-affair.js';
import {
  and,
  balloted,
  called,
  closed,
  convened,
  decided,
  EVENING,
  noted,
  placed,
  postponed,
  seance,
  theAffair,
} from './seance.fixture.js';
import type { SessionState } from './session.js';
import { WithdrawAffair, withdrawAffair } from './withdraw-affair.js';

type Despite = { rule: string; reason: string }[];
const noting = (state: SessionState) => (despite?: Despite) =>
  noteAffair(state, new NoteAffair(CONTEXT, 's', 'budget', { despite }));
const postponing = (state: SessionState) => (despite?: Despite) =>
  postponeAffair(state, new PostponeAffair(CONTEXT, 's', 'budget', { reason: 'quorum perdu', despite }));
const withdrawing = (state: SessionState) => (despite?: Despite) =>
  withdrawAffair(state, new WithdrawAffair(CONTEXT, 's', 'budget', { stated: { present: 9 }, despite }));
const debating = (state: SessionState) => (despite?: Despite) =>
  noteDebate(state, new NoteDebate(CONTEXT, 's', 'budget', { text: 'Un élu s’interroge.', despite }));
const closing = (state: SessionState) => (despite?: Despite) =>
  closeSession(state, new CloseSession(CONTEXT, 's', { despite }));

const evening = seance(...EVENING);
const discussing = and(evening, [called('budget')]);

describe('an affair', () => {
  it('is noted once called', () => {
    expect(expectRegular(noting(discussing))).toEqual([noted('budget')]);
    expect(codeOf(noting(evening))).toBe('affair.not-called');
  });

  it.each([
    ['postponed', postponing],
    ['withdrawn', withdrawing],
  ] as const)('is %s, called or not, and is then no longer under discussion', (outcome, dealing) => {
    expectRegular(dealing(evening));
    const after = and(discussing, expectRegular(dealing(discussing)));
    expect(theAffair(after, 'budget').outcome).toBe(outcome);
    expect(after.currentAffair).toBeNull();
  });

  it('keeps why it was put off, and what the source states there', () => {
    const put = theAffair(and(evening, postponing(evening)()), 'budget');
    expect(put).toMatchObject({ outcomeReason: 'quorum perdu', stated: null });
    const taken = theAffair(and(evening, withdrawing(evening)()), 'budget');
    expect(taken).toMatchObject({ outcomeReason: null, stated: { present: 9, represented: null } });
  });

  it.each([noting, postponing, withdrawing])(
    'is dealt with once, on the agenda, with no ballot open',
    (dealing) => {
      expect(codeOf(dealing(and(discussing, [decided('budget', 'rejected')])))).toBe('affair.dealt-with');
      expect(codeOf(dealing(and(discussing, [balloted('b', 'budget')])))).toBe('ballot.open');
      expect(codeOf(dealing(seance(convened(), ...EVENING.slice(3))))).toBe('unknown-affair');
      expect(codeOf(dealing(seance(convened(), placed('budget'))))).toBe('session.not-open');
      expect(codeOf(dealing(and(evening, [closed])))).toBe('session.closed');
    },
  );
});

describe('the debate', () => {
  it('is noted as it is held, during a ballot, and once the affair is decided', () => {
    const text = ['Un élu s’interroge.'];
    const states = [[], [balloted('b', 'budget')], [decided('budget', 'adopted')]].map((later) =>
      and(discussing, later),
    );
    for (const state of states) {
      expect(theAffair(and(state, expectRegular(debating(state))), 'budget').debate).toEqual(text);
    }
  });

  it('is not noted of an affair that was not called, nor out of the séance', () => {
    expect(codeOf(debating(evening))).toBe('affair.not-called');
    expect(codeOf(debating(and(evening, [postponed('budget')])))).toBe('affair.not-called');
    expect(codeOf(debating(and(discussing, [closed])))).toBe('session.closed');
  });
});

describe('the séance', () => {
  it('closes, and its sheets are to be numbered unless its source leaves them unknown', () => {
    expect(expectRegular(closing(evening))).toEqual([closed]);
    const [imported] = closeSession(evening, new CloseSession(CONTEXT, 's', { sheets: 'unknown' }));
    expect(imported?.data).toEqual({ sheets: 'unknown', entries: null });
  });

  it('does not close with a ballot open, before it is opened, or twice', () => {
    expect(codeOf(closing(and(evening, [balloted('b', null)])))).toBe('ballot.open');
    expect(codeOf(closing(seance(convened())))).toBe('session.not-open');
    expect(codeOf(closing(and(evening, [closed])))).toBe('session.closed');
  });
});

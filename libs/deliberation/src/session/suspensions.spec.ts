import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { CallAffair, callAffair } from './call-affair.js';
import { CloseSession, closeSession } from './close-session.js';
import { DecideAffair, decideAffair } from './decide-affair.js';
import { GiveProxy, giveProxy } from './give-proxy.js';
import { NoteAffair, noteAffair } from './note-affair.js';
import { NoteDebate, noteDebate } from './note-debate.js';
import { OpenBallot, openBallot } from './open-ballot.js';
import { RecordArrival, recordArrival } from './record-arrival.js';
import { RecordDeparture, recordDeparture } from './record-departure.js';
import { ResumeSession, resumeSession } from './resume-session.js';
import {
  and,
  balloted,
  called,
  closed,
  convened,
  EVENING,
  left,
  recused,
  seance,
  suspended,
} from './seance.fixture.js';
import { isSuspended, type SessionState } from './session.js';
import { SuspendSession, suspendSession } from './suspend-session.js';

type Despite = { rule: string; reason: string }[];
const suspending = (state: SessionState) => (despite?: Despite) =>
  suspendSession(state, new SuspendSession(CONTEXT, 's', { despite }));
const resuming = (state: SessionState) => (despite?: Despite) =>
  resumeSession(state, new ResumeSession(CONTEXT, 's', { despite }));

describe('a suspension', () => {
  const evening = seance(...EVENING, called('budget'));

  it('lasts until the séance resumes, and says during which affair it came', () => {
    const state = and(evening, expectRegular(suspending(evening)));
    expect(isSuspended(state)).toBe(true);
    expect(state.suspensions).toMatchObject([{ affair: 'budget', until: null, reason: null }]);
    const resumed = and(state, expectRegular(resuming(state)));
    expect(isSuspended(resumed)).toBe(false);
  });

  it('cannot begin twice, nor while a ballot is open, nor out of a séance', () => {
    expect(codeOf(suspending(and(evening, [suspended])))).toBe('session.suspended');
    expect(codeOf(suspending(and(evening, [balloted('b', 'budget')])))).toBe('ballot.open');
    expect(codeOf(suspending(seance(convened())))).toBe('session.not-open');
    expect(codeOf(suspending(and(evening, [closed])))).toBe('session.closed');
  });

  describe('while it lasts', () => {
    const state = and(evening, [suspended]);

    it('lets nothing be called, debated, voted on or decided', () => {
      const asked = [
        () => callAffair(state, new CallAffair(CONTEXT, 's', 'route', { recusals: [] })),
        () => noteDebate(state, new NoteDebate(CONTEXT, 's', 'budget', { text: 'Débat.' })),
        () => openBallot(state, 'b', new OpenBallot(CONTEXT, 's', { affair: 'budget', method: null })),
        () => decideAffair(state, null, new DecideAffair(CONTEXT, 's', 'budget', { outcome: 'adopted' })),
        () => noteAffair(state, new NoteAffair(CONTEXT, 's', 'budget', {})),
      ];
      expect(asked.map(codeOf)).toEqual(asked.map(() => 'session.suspended'));
    });

    it('lets members come and go, proxies be given, and the séance be closed', () => {
      const asked = [
        () => recordArrival(state, new RecordArrival(CONTEXT, 's', { member: 'ines' })),
        () => recordDeparture(state, new RecordDeparture(CONTEXT, 's', { member: 'hugo' })),
        () => giveProxy(state, null, new GiveProxy(CONTEXT, 's', { giver: 'ines', bearer: 'david' })),
        () => closeSession(state, new CloseSession(CONTEXT, 's', {})),
      ];
      expect(asked.map(codeOf)).toEqual(asked.map(() => 'accepted'));
    });
  });
});

describe('a resumption', () => {
  const evening = seance(...EVENING, suspended);
  const fewer = and(evening, [left('alix'), left('basile'), left('chloe')]);

  it('tells the quorum, checked again', () => {
    const [event] = expectRegular(resuming(evening));
    expect(event?.data).toMatchObject({ quorum: { present: 8, required: 6, reached: true }, stated: null });
  });

  it('without quorum is irregular, save after a second convocation', () => {
    const [event] = expectIrregular(resuming(fewer), ['R7.quorum']);
    expect(event?.data).toMatchObject({ quorum: { present: 5, reached: false } });
    const second = seance(convened({ secondConvocation: true }), ...EVENING.slice(1), suspended);
    expectRegular(resuming(and(second, [left('alix'), left('basile'), left('chloe')])));
  });

  it('counts who keeps out of the affair under discussion as absent', () => {
    const state = seance(...EVENING, called('budget'), recused('budget', 'david'), suspended);
    expect(resuming(and(state, [left('alix')]))()).toMatchObject([{ data: { quorum: { present: 6 } } }]);
    expectIrregular(resuming(and(state, [left('alix'), left('basile')])), ['R7.quorum']);
  });

  it('is refused where nothing is suspended', () => {
    expect(codeOf(resuming(seance(...EVENING)))).toBe('session.not-suspended');
    expect(codeOf(resuming(and(evening, resuming(evening)())))).toBe('session.not-suspended');
  });
});

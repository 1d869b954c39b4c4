import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { CallAffair, callAffair } from './call-affair.js';
import { CloseDoors, closeDoors, type CloseDoorsBody } from './close-doors.js';
import { ConfirmUrgency, confirmUrgency, type ConfirmUrgencyBody } from './confirm-urgency.js';
import { RecordQuorumFailure, recordQuorumFailure } from './record-quorum-failure.js';
import { ReopenDoors, reopenDoors } from './reopen-doors.js';
import {
  and,
  balloted,
  called,
  closed,
  convened,
  council,
  decided,
  EVENING,
  notQuorate,
  opened,
  placed,
  present,
  presiding,
  seance,
  suspended,
  unballoted,
  voided,
} from './seance.fixture.js';
import { SendConvocation, sendConvocation, type SendConvocationBody } from './send-convocation.js';
import {
  isBehindClosedDoors,
  type ConvenedSession,
  type SessionEvent,
  type SessionState,
} from './session.js';

type Despite = SendConvocationBody['despite'];

const NONE = { candidates: null, papers: null, stated: null, expressed: null, deduced: [] };
const NOBODY = { for: null, against: null, abstentions: null, notTakingPart: null };

/** A ballot of the séance itself, with that many for and against of eight. */
const agreed = (ballot: string, inFavour: number, against: number) => [
  balloted(ballot, null),
  unballoted(ballot, {
    tally: {
      counts: { for: inFavour, against, abstentions: 8 - inFavour - against, notTakingPart: 0 },
      named: NOBODY,
      ...NONE,
    },
    computed: {
      outcome: inFavour > against ? 'adopted' : 'rejected',
      unanimous: against === 0,
      basis: 'votes',
      elected: null,
    },
  }),
];

describe('a convocation', () => {
  const sending = (state: SessionState, body: Partial<SendConvocationBody>) => (despite?: Despite) =>
    sendConvocation(
      state,
      new SendConvocation(CONTEXT, 's', {
        on: null,
        medium: null,
        recipients: null,
        note: null,
        ...body,
        despite,
      }),
    );
  const ofKind = (kind: 'commune' | 'epci' | 'departement', population: number | null = null) =>
    seance(convened({ bodyAtSession: council({ authority: { ...council().authority, kind, population } }) }));

  it('says to whom it went, how and when, and what is not known', () => {
    expect(expectRegular(sending(seance(convened()), { on: '2024-03-15', recipients: ['alix'] }))).toEqual([
      {
        type: 'ConvocationSent',
        data: { on: '2024-03-15', medium: null, recipients: ['alix'], note: null },
      },
    ]);
  });

  it('too late is irregular, save for an urgency that is claimed', () => {
    expectIrregular(sending(seance(convened()), { on: '2024-03-19' }), ['R12.notice']);
    expectRegular(sending(seance(convened({ urgency: { reason: null } })), { on: '2024-03-19' }));
    expectRegular(sending(seance(convened({ secondConvocation: true })), { on: '2024-03-20' }));
  });

  it('goes to members only', () => {
    expect(codeOf(sending(seance(convened()), { recipients: ['alix', 'zoe'] }))).toBe('member.unknown');
  });

  it('without a note is irregular from 3,500 inhabitants on, and in groupings', () => {
    expectIrregular(sending(ofKind('commune', 3500), { note: false }), ['R12.note']);
    expectIrregular(sending(ofKind('epci'), { note: false }), ['R12.note']);
    expectRegular(sending(ofKind('commune', 3499), { note: false }));
    expectRegular(sending(ofKind('commune'), { note: false }));
    expectRegular(sending(ofKind('epci'), { note: null }));
  });

  it('of a department brings the reports twelve days before, not clear ones', () => {
    expectRegular(sending(ofKind('departement'), { on: '2024-03-09', note: true }));
    expectIrregular(sending(ofKind('departement'), { on: '2024-03-10', note: true }), ['R12.reports']);
    expectRegular(sending(ofKind('departement'), { on: '2024-03-10', note: null }));
  });

  it('cannot be sent once the séance is over', () => {
    expect(codeOf(sending(seance(convened(), opened(), closed), {}))).toBe('session.closed');
  });
});

describe('the urgency', () => {
  const urgent = (known: Partial<ConvenedSession> = {}) =>
    seance(
      convened({ urgency: { reason: 'Crue' }, convenedOn: '2024-03-19', ...known }),
      placed('budget', 1),
      opened(),
      present('alix', 'basile', 'chloe', 'david', 'elsa', 'farid', 'gaelle', 'hugo'),
      presiding('alix'),
    );
  const ruling =
    (state: SessionState, body: Partial<ConfirmUrgencyBody> = {}) =>
    (despite?: Despite) =>
      confirmUrgency(
        state,
        new ConfirmUrgency(CONTEXT, 's', { confirmed: true, ballot: null, ...body, despite }),
      );
  const calling = (state: SessionState) => (despite?: Despite) =>
    callAffair(state, new CallAffair(CONTEXT, 's', 'budget', { recusals: [], despite }));
  const ruled = (confirmed: boolean | null): SessionEvent => ({
    type: 'UrgencyConfirmed',
    data: { confirmed, ballot: null },
  });

  it('is ruled on once, by an open séance that was convened in urgency', () => {
    expect(expectRegular(ruling(urgent()))).toEqual([ruled(true)]);
    expect(codeOf(ruling(and(urgent(), [ruled(true)])))).toBe('urgency.ruled-on');
    expect(codeOf(ruling(seance(...EVENING)))).toBe('urgency.not-claimed');
    expect(codeOf(ruling(seance(convened({ urgency: { reason: null } }))))).toBe('session.not-open');
  });

  it('otherwise than its ballot is irregular', () => {
    const state = and(urgent(), agreed('b1', 5, 3));
    expectRegular(ruling(state, { ballot: 'b1' }));
    expectRegular(ruling(state, { ballot: 'b1', confirmed: null }));
    expectIrregular(ruling(state, { ballot: 'b1', confirmed: false }), ['R12.urgency-vote']);
    expectIrregular(ruling(and(urgent(), agreed('b2', 2, 6)), { ballot: 'b2' }), ['R12.urgency-vote']);
  });

  it('goes by a closed ballot of the séance', () => {
    expect(codeOf(ruling(urgent(), { ballot: 'b1' }))).toBe('ballot.unknown');
    expect(codeOf(ruling(and(urgent(), [balloted('b1', null)]), { ballot: 'b1' }))).toBe('ballot.not-closed');
    expect(codeOf(ruling(and(urgent(), [...agreed('b1', 5, 3), voided('b1')]), { ballot: 'b1' }))).toBe(
      'ballot.void',
    );
  });

  it('that was not ruled on, or was refused, makes what is discussed irregular', () => {
    expectIrregular(calling(urgent()), ['R12.urgency-not-confirmed']);
    expectIrregular(calling(and(urgent(), [ruled(false)])), ['R12.urgency-not-confirmed']);
    expectRegular(calling(and(urgent(), [ruled(true)])));
    expectRegular(calling(and(urgent(), [ruled(null)])));
  });

  it('is not needed where the ordinary period was kept', () => {
    expectRegular(calling(urgent({ convenedOn: '2024-03-10' })));
    expectIrregular(calling(urgent({ convenedOn: null })), ['R12.urgency-not-confirmed']);
  });
});

describe('closed doors', () => {
  const evening = seance(...EVENING);
  const closing =
    (state: SessionState, body: Partial<CloseDoorsBody> = {}) =>
    (despite?: Despite) =>
      closeDoors(
        state,
        new CloseDoors(CONTEXT, 's', {
          affair: null,
          requestedBy: null,
          ballot: null,
          ...body,
          despite,
        }),
      );
  const reopening = (state: SessionState) => (despite?: Despite) =>
    reopenDoors(state, new ReopenDoors(CONTEXT, 's', { despite }));

  it('close and open again, one after another', () => {
    const [event] = expectRegular(closing(evening, { requestedBy: ['alix'], affair: 'budget' }));
    expect(event).toEqual({
      type: 'DoorsClosed',
      data: { affair: 'budget', requestedBy: ['alix'], ballot: null, reason: null },
    });
    const shut = and(evening, [event!]);
    expect(isBehindClosedDoors(shut)).toBe(true);
    expect(codeOf(closing(shut))).toBe('doors.closed');
    const [end] = expectRegular(reopening(shut));
    expect(end).toEqual({ type: 'DoorsReopened', data: { affair: 'budget' } });
    const open = and(shut, [end!]);
    expect(isBehindClosedDoors(open)).toBe(false);
    expect(codeOf(reopening(open))).toBe('doors.open');
    expectRegular(closing(open));
  });

  it('are asked for by three of a council who are there, or by who presides at the opening', () => {
    expectRegular(closing(evening, { requestedBy: ['basile', 'chloe', 'david'] }));
    expectRegular(closing(evening, { requestedBy: ['alix'] }));
    expectIrregular(closing(evening, { requestedBy: ['basile', 'chloe'] }), ['R13.requesters']);
    expectIrregular(closing(evening, { requestedBy: [] }), ['R13.requesters']);
    const [event] = expectIrregular(closing(evening, { requestedBy: ['basile', 'chloe', 'ines'] }), [
      'R13.requesters',
    ]);
    expect(event?.data.irregularities?.[0]?.found).toContain('2 membres présents ; il en faut 3');
  });

  it('are asked for by five in a grouping', () => {
    const bodyAtSession = council({ authority: { ...council().authority, kind: 'epci' } });
    const state = seance(
      convened({ bodyAtSession }),
      opened({ bodyAtSession }),
      present('alix', 'basile', 'chloe', 'david', 'elsa', 'farid'),
      presiding('alix'),
    );
    expectIrregular(closing(state, { requestedBy: ['basile', 'chloe', 'david', 'elsa'] }), [
      'R13.requesters',
    ]);
    expectRegular(closing(state, { requestedBy: ['basile', 'chloe', 'david', 'elsa', 'farid'] }));
  });

  it('asked for by one are not certainly wrong where nobody is known to preside', () => {
    const unknown = seance(convened(), opened(), present('alix', 'basile', 'chloe'));
    expectRegular(closing(unknown, { requestedBy: ['basile'] }));
  });

  it('need an absolute majority of those present or represented where their ballot is named', () => {
    expectRegular(closing(and(evening, agreed('b1', 5, 1)), { ballot: 'b1' }));
    expectIrregular(closing(and(evening, agreed('b1', 4, 1)), { ballot: 'b1' }), ['R13.ballot']);
    expectIrregular(closing(and(evening, agreed('b1', 2, 6)), { ballot: 'b1' }), ['R13.ballot']);
    expect(codeOf(closing(evening, { ballot: 'b1' }))).toBe('ballot.unknown');
  });

  it('are of a séance that sits, for an affair that is not dealt with, and asked for by members', () => {
    expect(codeOf(closing(seance(convened())))).toBe('session.not-open');
    expect(codeOf(closing(and(evening, [suspended])))).toBe('session.suspended');
    expect(codeOf(closing(and(evening, [balloted('b1', null)])))).toBe('ballot.open');
    const dealt = and(evening, [called('budget'), decided('budget', 'adopted')]);
    expect(codeOf(closing(dealt, { affair: 'budget' }))).toBe('affair.dealt-with');
    expect(codeOf(closing(evening, { requestedBy: ['zoe'] }))).toBe('member.unknown');
  });
});

describe('a quorum that fails', () => {
  const failing =
    (state: SessionState, on: string | null = '2024-03-21') =>
    (despite?: Despite) =>
      recordQuorumFailure(state, new RecordQuorumFailure(CONTEXT, 's', { despite }), on);
  const five = seance(convened(), present('alix', 'basile', 'chloe', 'david', 'elsa'));

  it('ends the séance before it opens', () => {
    const [event] = expectRegular(failing(five));
    expect(event?.data).toMatchObject({ quorum: { present: 5, required: 6, reached: false }, stated: null });
    const state = and(five, [event!]);
    expect(state.status).toBe('not-quorate');
    expect(codeOf(failing(state))).toBe('session.not-quorate');
  });

  it('is recorded where those present are not known', () => {
    const [event] = expectRegular(failing(seance(convened())));
    expect(event?.data).toMatchObject({ quorum: { present: null, reached: null } });
  });

  it('is impossible where the quorum is reached, or the séance has opened', () => {
    expect(codeOf(failing(and(five, present('farid'))))).toBe('quorum.reached');
    expect(codeOf(failing(seance(convened(), opened())))).toBe('session.already-opened');
  });

  it('does not matter to a second convocation, which should have sat', () => {
    const second = seance(convened({ secondConvocation: true }), present('alix'));
    expectIrregular(failing(second), ['R8.no-quorum-needed']);
  });

  it('is that of the day for which the séance was convened', () => {
    expectIrregular(failing(five, '2024-03-22'), ['R12.other-day']);
  });

  it('leaves nothing to be placed, sent or given any more', () => {
    const state = and(five, [notQuorate]);
    expect(codeOf(() => sendConvocation(state, new SendConvocation(CONTEXT, 's', EMPTY)))).toBe(
      'session.not-quorate',
    );
  });
});

const EMPTY = { on: null, medium: null, recipients: null, note: null };

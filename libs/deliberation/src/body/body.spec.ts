import { createHash } from 'node:crypto';
import { answerTo, codeOf, CONTEXT, expectRegular, folded } from '../given.fixture.js';
import { seat } from '../session/seance.fixture.js';
import { AdoptRules, adoptRules, type AdoptRulesBody } from './adopt-rules.js';
import { AdoptTemplate, adoptTemplate } from './adopt-template.js';
import { AssignOffice, assignOffice } from './assign-office.js';
import { bodyAggregate, type BodyEvent } from './body.js';
import { ConstituteBody, constituteBody, type ConstituteBodyBody } from './constitute-body.js';
import { MergeMembers, mergeMembers } from './merge-members.js';
import { SeatMembers, seatMembers, type SeatBody } from './seat-members.js';
import { UnseatMember, unseatMember } from './unseat-member.js';

type Despite = { rule: string; reason: string }[];
const body = (...events: BodyEvent[]) => folded(bodyAggregate, events);
const constituted: BodyEvent = {
  type: 'BodyConstituted',
  data: { key: 'CM', name: 'Conseil municipal', kind: 'council', numbering: 'body' },
};
const seated = (ref: string, office: string | null = null): BodyEvent => ({
  type: 'MemberSeated',
  data: { seat: seat(ref, { office }) },
});

describe('a body', () => {
  const constituting =
    (state = body(), asked: Partial<ConstituteBodyBody> = {}) =>
    (despite?: Despite) =>
      constituteBody(
        state,
        new ConstituteBody(CONTEXT, {
          key: 'CM',
          name: 'Conseil municipal',
          kind: 'council',
          ...asked,
          despite,
        }),
      );

  it('is constituted; the same again changes nothing, another is refused', () => {
    expect(expectRegular(constituting())).toEqual([constituted]);
    expect(constituting(body(constituted))()).toEqual([]);
    expect(codeOf(constituting(body(constituted), { kind: 'bureau' }))).toBe('body.constituted');
    expect(codeOf(constituting(body(constituted), { numbering: 'session' }))).toBe('body.constituted');
  });
});

describe('its members', () => {
  const seating =
    (state: ReturnType<typeof body>, ...members: SeatBody[]) =>
    (despite?: Despite) =>
      seatMembers(state, new SeatMembers(CONTEXT, 'CM', { members, despite }));
  const alix: SeatBody = { ref: 'alix', familyName: 'ALIX' };

  it('are seated, null standing for what is not known', () => {
    expect(expectRegular(seating(body(constituted), alix))).toEqual([seated('alix')]);
  });

  it('stay as they are when they are described the same', () => {
    const state = body(constituted, seated('alix'));
    expect(seating(state, alix, { ref: 'basile', familyName: 'BASILE' })()).toEqual([seated('basile')]);
  });

  it('keep their place in the table when they are described anew', () => {
    const state = body(constituted, seated('alix'), seated('basile'), seated('alix', 'Maire'));
    expect(state.seats).toEqual([seat('alix', { office: 'Maire' }), seat('basile')]);
  });

  it('are not named twice at once', () => {
    expect(answerTo(seating(body(constituted), alix, alix))).toEqual({
      kind: 'impossible',
      code: 'member.twice',
      rules: ['member.twice'],
    });
  });
});

describe('its template', () => {
  const adopting = (state: ReturnType<typeof body>, text: string) => (despite?: Despite) =>
    adoptTemplate(state, new AdoptTemplate(CONTEXT, 'CM', { name: 'commune', text, despite }));

  it('is adopted by the hash of its bytes; the one in force again changes nothing', () => {
    const [event] = expectRegular(adopting(body(constituted), 'Objet : {{ subject }}'));
    const state = body(constituted, event!);
    expect(state.template).toMatchObject({ name: 'commune', text: 'Objet : {{ subject }}', revision: 1 });
    expect(state.template?.sha256).toBe(createHash('sha256').update('Objet : {{ subject }}').digest('hex'));
    expect(adopting(state, 'Objet : {{ subject }}')()).toEqual([]);
    const [next] = adopting(state, 'Objet. {{ subject }}')();
    expect(body(constituted, event!, next!).template?.revision).toBe(2);
  });
});

const UNSEATED: BodyEvent = {
  type: 'MemberUnseated',
  data: { member: 'alix', until: '2024-06-30', reason: 'Démission' },
};

describe('a mandate', () => {
  const unseating = (state: ReturnType<typeof body>, member: string, until: string) => (despite?: Despite) =>
    unseatMember(state, new UnseatMember(CONTEXT, 'CM', member, { until, reason: 'Démission', despite }));

  it('ends on its last day; the same day again changes nothing', () => {
    const state = body(constituted, seated('alix'));
    expect(expectRegular(unseating(state, 'alix', '2024-06-30'))).toEqual([UNSEATED]);
    const after = body(constituted, seated('alix'), UNSEATED);
    expect(after.seats[0]?.mandateUntil).toBe('2024-06-30');
    expect(unseating(after, 'alix', '2024-06-30')()).toEqual([]);
  });

  it('is a member’s, and does not end before it begins', () => {
    const from: BodyEvent = {
      type: 'MemberSeated',
      data: { seat: seat('alix', { mandateFrom: '2020-05-25' }) },
    };
    expect(codeOf(unseating(body(constituted, from), 'zoe', '2024-06-30'))).toBe('member.unknown');
    expect(codeOf(unseating(body(constituted, from), 'alix', '2020-05-24'))).toBe(
      'mandate.ends-before-it-begins',
    );
  });
});

describe('an office', () => {
  const assigning = (state: ReturnType<typeof body>, office: string | null) => (despite?: Despite) =>
    assignOffice(
      state,
      new AssignOffice(CONTEXT, 'CM', 'alix', { office, from: '2020-05-25', affair: null, despite }),
    );

  it('is taken and given up', () => {
    const [taken] = expectRegular(assigning(body(constituted, seated('alix')), '1er adjoint'));
    const state = body(constituted, seated('alix'), taken!);
    expect(state.seats[0]?.office).toBe('1er adjoint');
    expect(assigning(state, '1er adjoint')()).toEqual([]);
    const [given] = assigning(state, null)();
    expect(given?.data).toMatchObject({ member: 'alix', office: null });
    expect(codeOf(assigning(body(constituted), 'Maire'))).toBe('member.unknown');
  });
});

describe('two refs of one person', () => {
  const merging = (state: ReturnType<typeof body>, from: string, into: string) => (despite?: Despite) =>
    mergeMembers(state, new MergeMembers(CONTEXT, 'CM', { from, into, despite }));
  const both = [constituted, seated('alix'), seated('alyx')];
  const suppleant: BodyEvent = {
    type: 'MemberSeated',
    data: { seat: seat('bea', { substituteOf: 'alyx' }) },
  };

  it('become one; its substitute stays one', () => {
    const [event] = expectRegular(merging(body(...both), 'alyx', 'alix'));
    const state = body(...both, suppleant, event!);
    expect(state.seats).toEqual([seat('alix'), seat('bea', { substituteOf: 'alix' })]);
    expect(merging(state, 'alyx', 'alix')()).toEqual([]);
    expect(codeOf(merging(state, 'alyx', 'bea'))).toBe('member.merged');
  });

  it('are both known, and two', () => {
    expect(codeOf(merging(body(...both), 'alix', 'alix'))).toBe('member.same');
    expect(codeOf(merging(body(...both), 'alix', 'zoe'))).toBe('member.unknown');
  });

  it('are not seated apart again', () => {
    const state = body(...both, { type: 'MembersMerged', data: { from: 'alyx', into: 'alix' } });
    const again = new SeatMembers(CONTEXT, 'CM', { members: [{ ref: 'alyx', familyName: 'ALYX' }] });
    expect(codeOf(() => seatMembers(state, again))).toBe('member.merged');
  });
});

describe('its own rules', () => {
  const adopting =
    (state: ReturnType<typeof body>, known: Partial<AdoptRulesBody> = {}) =>
    (despite?: Despite) =>
      adoptRules(
        state,
        new AdoptRules(CONTEXT, 'CM', {
          substitutes: null,
          publication: 'posting',
          on: '2022-06-20',
          ...known,
          despite,
        }),
      );

  it('are adopted; the same again changes nothing, the numbering stays unless it is named', () => {
    const [event] = expectRegular(adopting(body(constituted)));
    expect(event?.data).toEqual({
      rules: { substitutes: null, publication: 'posting' },
      numbering: 'body',
      on: '2022-06-20',
    });
    const state = body(constituted, event!);
    expect(adopting(state)()).toEqual([]);
    const [numbered] = adopting(state, { numbering: 'session' })();
    expect(body(constituted, event!, numbered!).constituted?.numbering).toBe('session');
  });

  it('that say nothing are still adopted', () => {
    expect(adopting(body(constituted), { publication: null })()).toHaveLength(1);
  });
});

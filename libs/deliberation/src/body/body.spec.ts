import { createHash } from 'node:crypto';
import { answerTo, codeOf, CONTEXT, expectRegular, folded } from '../given.fixture.js';
import { seat } from '../session/seance.fixture.js';
import { AdoptTemplate, adoptTemplate } from './adopt-template.js';
import { bodyAggregate, type BodyEvent } from './body.js';
import { ConstituteBody, constituteBody, type ConstituteBodyBody } from './constitute-body.js';
import { SeatMembers, seatMembers, type SeatBody } from './seat-members.js';

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

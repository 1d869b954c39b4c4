import { bodyAggregate, type BodyEvent } from '../body/body.js';
import { answerTo, codeOf, CONTEXT, expectIrregular, expectRegular, folded } from '../given.fixture.js';
import {
  bodyAtSessionOf,
  conveneSession,
  ConveneSession,
  type ConveneSessionBody,
} from './convene-session.js';
import { convened, council, seance, seat } from './seance.fixture.js';
import type { FailedSession } from './other-sessions.js';
import type { BodyAtSession } from './session.js';

const convening =
  (
    asked: Partial<ConveneSessionBody>,
    body: BodyAtSession = council(),
    first: FailedSession | 'none' | null = null,
  ) =>
  (despite?: ConveneSessionBody['despite']) =>
    conveneSession(
      seance(),
      body,
      first,
      new ConveneSession(CONTEXT, { body: 'CM', date: '2024-03-21', inOffice: 11, ...asked, despite }),
    );

describe('convening a séance', () => {
  it('says what is known of it, the rest being unknown', () => {
    expect(expectRegular(convening({ kind: 'ordinary' }))).toEqual([convened({ kind: 'ordinary' })]);
  });

  it('three clear days before is in time', () => {
    expectRegular(convening({ convenedOn: '2024-03-17' }));
  });

  it('two clear days before is irregular', () => {
    const [event] = expectIrregular(convening({ convenedOn: '2024-03-18' }), ['R12.notice']);
    expect(event?.data).toMatchObject({
      convenedOn: '2024-03-18',
      irregularities: [{ found: 'La convocation laisse 2 jours francs ; il en faut 3 (L2121-11).' }],
    });
  });

  it.each(['2024-03-20', '2024-03-21', '2024-03-25'])('on %s leaves no clear day', (convenedOn) => {
    const [event] = expectIrregular(convening({ convenedOn }), ['R12.notice']);
    expect(event?.data).toMatchObject({
      irregularities: [{ found: 'La convocation ne laisse aucun jour franc ; il en faut 3 (L2121-11).' }],
    });
  });

  it('asks nothing while the day of the convocation is not known, nor for a kind without a rule', () => {
    expectRegular(convening({ convenedOn: null }));
    const other = council({ authority: { ...council().authority, kind: 'other' } });
    expectRegular(convening({ convenedOn: '2024-03-21' }, other));
  });

  it('a second time, after a quorum that failed, does not ask for the first notice again', () => {
    expectRegular(convening({ convenedOn: '2024-03-18', secondConvocation: true }));
  });

  it('in urgency leaves one clear day', () => {
    const urgency = { reason: 'Un barrage menace' };
    const [event] = expectRegular(convening({ convenedOn: '2024-03-19', urgency }));
    expect(event?.data).toMatchObject({ urgency });
    const [late] = expectIrregular(convening({ convenedOn: '2024-03-20', urgency }), ['R12.notice']);
    expect(late?.data.irregularities?.[0]?.found).toBe(
      'La convocation ne laisse aucun jour franc ; il en faut 1, même en cas d’urgence (L2121-11).',
    );
  });

  it('in urgency in a small commune of Alsace-Moselle is made the day before', () => {
    const urgency = { reason: null };
    const small = council({ authority: { ...council().authority, department: '067' } });
    expectRegular(convening({ convenedOn: '2024-03-20', urgency }, small));
    const [late] = expectIrregular(convening({ convenedOn: '2024-03-21', urgency }, small), ['R12.notice']);
    expect(late?.data.irregularities?.[0]?.found).toContain(
      'la veille au plus tard, même en cas d’urgence (L2541-2)',
    );
  });

  it('of a department in urgency leaves one clear day, and no ordinary period is known', () => {
    const department = council({ authority: { ...council().authority, kind: 'departement' } });
    expectRegular(convening({ convenedOn: '2024-03-20' }, department));
    expectIrregular(convening({ convenedOn: '2024-03-20', urgency: { reason: null } }, department), [
      'R12.notice',
    ]);
  });

  it('on second convocation follows the first by three days, and says so of itself', () => {
    const [event] = expectRegular(convening({ secondConvocationOf: '2024-03-18' }));
    expect(event?.data).toMatchObject({ secondConvocation: true, secondConvocationOf: '2024-03-18' });
    expectIrregular(convening({ secondConvocationOf: '2024-03-19' }), ['R8.interval']);
    expectIrregular(convening({ secondConvocationOf: '2024-03-18', secondConvocation: false }), [
      'R8.second-convocation',
    ]);
  });

  it('on second convocation follows a séance that the register knows to have failed, where it knows', () => {
    const second = { secondConvocationOf: '2024-03-18' };
    expectIrregular(convening(second, council(), 'none'), ['R8.no-failed-session']);
    expectRegular(convening(second, council(), { agenda: [] }));
  });

  it('on second convocation sits without delay in a small commune of Alsace-Moselle', () => {
    const small = council({ authority: { ...council().authority, department: '068' } });
    expectRegular(convening({ secondConvocationOf: '2024-03-21' }, small));
    expectIrregular(convening({ secondConvocationOf: '2024-03-22' }, small), ['R8.interval']);
  });

  it('a second time in a department or region is three days later, by right', () => {
    const region = council({ authority: { ...council().authority, kind: 'region' } });
    expectRegular(convening({ secondConvocationOf: '2024-03-18' }, region));
    expectIrregular(convening({ secondConvocationOf: '2024-03-15' }, region), ['R8.interval']);
  });

  it('again changes nothing', () => {
    const again = new ConveneSession(CONTEXT, { body: 'CM', date: '2024-03-21', inOffice: 11 });
    expect(conveneSession(seance(convened()), council(), null, again)).toEqual([]);
  });
});

describe('what a séance takes from its body', () => {
  const { authority } = council();
  const constituted: BodyEvent = {
    type: 'BodyConstituted',
    data: { key: 'CM', name: 'Conseil municipal', kind: 'council', numbering: 'session' },
  };
  const seated = (ref: string, mandate: { mandateFrom?: string; mandateUntil?: string } = {}): BodyEvent => ({
    type: 'MemberSeated',
    data: { seat: seat(ref, mandate) },
  });
  const taken = (...events: BodyEvent[]) =>
    bodyAtSessionOf(authority, folded(bodyAggregate, events), '2024-03-21', null);

  it('are the seats whose mandate covers that day, the first and the last included', () => {
    const body = taken(
      constituted,
      seated('alix', { mandateFrom: '2024-03-21' }),
      seated('basile', { mandateUntil: '2024-03-21' }),
      seated('chloe', { mandateUntil: '2024-03-20' }),
      seated('david', { mandateFrom: '2024-03-22' }),
      seated('elsa'),
    );
    expect(body.seats?.map(({ ref }) => ref)).toEqual(['alix', 'basile', 'elsa']);
    expect(body.outOfMandate?.map(({ ref }) => ref)).toEqual(['chloe', 'david']);
    expect(body).toMatchObject({ numbering: 'session', inOffice: null });
  });

  it('are unknown seats where nobody was ever named', () => {
    expect(taken(constituted).seats).toBeNull();
  });

  it('is the template in force, by its revision in the body’s stream', () => {
    const template = { name: 'commune', text: '{{ subject }}', sha256: 'ab' };
    const adopted: BodyEvent = { type: 'TemplateAdopted', data: template };
    expect(taken(constituted, seated('alix'), adopted).template).toEqual({
      name: 'commune',
      sha256: 'ab',
      revision: 2,
    });
  });

  it('is refused for a body that does not exist', () => {
    expect(answerTo(() => taken())).toMatchObject({ kind: 'not-found' });
    expect(codeOf(() => taken())).toBe('unknown-body');
  });
});

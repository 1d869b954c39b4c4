import 'reflect-metadata';
import { Refusal } from '@registre/platform';
import { smallRecord, type LooseJson } from '../session-record/record.fixture.js';
import { eachWithRegister } from './register.fixture.js';

const held = eachWithRegister();

const revised = (change: (json: LooseJson) => void, revision = 2): LooseJson => {
  const json = smallRecord();
  json.revision = revision;
  change(json);
  return json;
};

const correcting = (json: LooseJson) => held.register.import(json, { asCorrection: true });

async function refusalOf(importing: Promise<unknown>): Promise<Refusal> {
  const refusal = await importing.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refusal instanceof Refusal) return refusal;
  throw new Error('not refused', { cause: refusal });
}

const told = (refusal: Refusal) => refusal.reasons.map(({ field, rule }) => `${rule} ${field}`);

/** What the register holds after the first import. */
let before: number;
beforeEach(async () => {
  await held.register.import(smallRecord());
  before = held.register.appended.length;
});

const written = () => held.register.told().slice(before);

describe('a later revision of a record', () => {
  it('that says the same is recorded as such, and nothing else', async () => {
    const again = await held.register.import(revised(() => undefined));
    expect(again).toMatchObject({ revision: 2, corrections: 0 });
    expect(written()).toEqual(['record RecordImported']);
  });

  it('is refused with each difference, unless corrections are asked for', async () => {
    const refusal = await refusalOf(
      held.register.import(
        revised(({ session, affairs }) => {
          session.attendance[4].status = 'absent';
          session.listPostedOn = '2024-03-26';
          affairs[0].number = '2024-101';
        }),
      ),
    );
    expect(refusal).toMatchObject({ kind: 'irregular', code: 'record.difference' });
    expect(told(refusal)).toEqual([
      'record.difference session.attendance.blanc-elsa',
      'record.difference affairs.0.number',
      'record.difference session.listPostedOn',
    ]);
    expect(refusal.reasons[1]?.message).toBe(
      'au registre : « 2024-01 » ; dans cette révision : « 2024-101 »',
    );
    expect(written()).toEqual([]);
  });

  it('is recorded as corrections: attendance, number, report, votes, members', async () => {
    const { corrections } = await correcting(
      revised(({ body, session, affairs }) => {
        body.members[1].office = 'Premier adjoint';
        session.attendance[4].status = 'absent';
        affairs[0].number = '2024-101';
        affairs[0].citations = ['Le code général'];
        affairs[1].ballots[0].counts = { for: 3, against: 0, abstentions: 1, notTakingPart: 1 };
      }),
    );
    expect(corrections).toBe(5);
    expect(written()).toEqual([
      'body MemberSeated',
      'session EntryCorrected',
      'affair ReportSubmitted',
      'number NumberTaken',
      'affair AffairNumbered',
      'affair VoteRectified',
      'record RecordImported',
    ]);
  });

  it('brings what followed meanwhile', async () => {
    await correcting(
      revised(({ session, affairs }) => {
        session.listPostedOn = '2024-03-26';
        session.minutes = {
          adoptedOn: '2024-04-18',
          publishedOn: '2024-04-22',
          text: 'La séance est ouverte.',
        };
        affairs[0].transmission = { on: '2024-03-25', acknowledgedOn: '2024-03-26' };
        affairs[0].publication = { on: '2024-03-26', media: ['website'] };
        affairs[0].fates = [{ kind: 'repealed', on: '2025-01-09' }];
      }),
    );
    expect(written()).toEqual([
      'session ListPosted',
      'session MinutesSettled',
      'session MinutesPublished',
      'affair TransmittedToPrefecture',
      'affair TransmissionAcknowledged',
      'affair DeliberationPublished',
      'affair DeliberationRepealed',
      'record RecordImported',
    ]);
    before = held.register.appended.length;
    const third = revised(({ session }) => (session.listPostedOn = '2024-03-26'), 3);
    await held.register.import(third);
    expect(written()).toEqual(['record RecordImported']);
  });

  it('is refused by name for what no correction can record', async () => {
    const refusal = await refusalOf(
      correcting(
        revised(({ session, affairs }) => {
          session.attendance[4].status = 'absent';
          session.place = 'Salle des fêtes';
          affairs[1].debate = 'Une question.';
        }),
      ),
    );
    expect(refusal).toMatchObject({ kind: 'impossible', code: 'correction.impossible' });
    expect(told(refusal)).toEqual([
      'correction.impossible session.convened.place',
      'correction.impossible affairs.1.debate.0',
      'record.difference session.attendance.blanc-elsa',
    ]);
    expect(written()).toEqual([]);
  });

  it('that is older is refused', async () => {
    await correcting(revised(() => undefined, 3));
    expect((await refusalOf(correcting(revised(() => undefined, 2)))).code).toBe('record.revision');
  });

  it('that was cut is completed by importing it again', async () => {
    const json = revised(({ session, affairs }) => {
      session.attendance[4].status = 'absent';
      affairs[0].number = '2024-101';
      session.listPostedOn = '2024-03-26';
    });
    held.register.appendsLeft = 2;
    expect((await refusalOf(correcting(json))).kind).toBe('unavailable');
    held.register.appendsLeft = undefined;
    await correcting(json);
    expect(written().toSorted()).toEqual([
      'affair AffairNumbered',
      'number NumberTaken',
      'record RecordImported',
      'session EntryCorrected',
      'session ListPosted',
    ]);
  });
});

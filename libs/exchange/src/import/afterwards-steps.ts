import {
  AcknowledgeTransmission,
  CorrectEntry,
  PostList,
  PublishDeliberation,
  PublishMinutes,
  RecordFate,
  SettleMinutes,
  TransmitDeliberation,
} from '@registre/deliberation';
import { sessionStream } from '@registre/event-store';
import type { PlacedAffair } from '../session-record/course.js';
import { onDay, UNDATED } from './occurrences.js';
import { told, type Dossier, type Step } from './step.js';

/** What follows a séance: its list and minutes, what a later one corrected, and what became of its acts. */
export const afterwardsSteps = (dossier: Dossier): readonly Step[] => [
  ...listSteps(dossier),
  ...correctionSteps(dossier),
  ...minutesSteps(dossier),
  ...dossier.course.affairs.flatMap((placed) => [
    ...transmissionSteps(dossier, placed),
    ...publicationSteps(dossier, placed),
    ...fateSteps(dossier, placed),
  ]),
];

function listSteps({ record, session, context }: Dossier): readonly Step[] {
  const on = record.session.listPostedOn;
  if (on === null) return [];
  const key = 'list';
  const command: Step['command'] = (despite) =>
    new PostList(context(key), session, { on, ...told(onDay(on), despite) });
  return [{ key, path: 'session.listPostedOn', command }];
}

const correctionSteps = ({ record, session, context }: Dossier): readonly Step[] =>
  (record.session.corrections ?? []).map(({ on, member, status, note }, index) => {
    const path = `session.corrections.${index}`;
    const command: Step['command'] = (despite) =>
      new CorrectEntry(context(path), session, {
        correction: { kind: 'attendance', member, status },
        reason: note,
        on,
        ...told(onDay(on), despite),
      });
    return { key: path, path, command };
  });

/** Minutes that were published were settled before, even where the source does not say when. */
function minutesSteps({ record, session, context }: Dossier): readonly Step[] {
  const { minutes } = record.session;
  if (minutes === null || Object.values(minutes).every((said) => said === null)) return [];
  const { adoptedOn, publishedOn, text } = minutes;
  const settle: Step['command'] = (despite) =>
    new SettleMinutes(context('minutes'), session, {
      on: adoptedOn,
      session: null,
      text,
      signedBy: null,
      ...told(onDay(adoptedOn), despite),
    });
  const settled: Step = {
    key: 'minutes',
    path: 'session.minutes',
    command: settle,
    keepsFilesIn: sessionStream(record.authority.key, session),
  };
  if (publishedOn === null) return [settled];
  const publish: Step['command'] = (despite) =>
    new PublishMinutes(context('minutes.published'), session, {
      on: publishedOn,
      ...told(onDay(publishedOn), despite),
    });
  return [settled, { key: 'minutes.published', path: 'session.minutes.publishedOn', command: publish }];
}

function transmissionSteps(dossier: Dossier, { affair, path }: PlacedAffair): readonly Step[] {
  const { transmission } = affair;
  if (transmission === null || Object.values(transmission).every((said) => said === null)) return [];
  const { session, context } = dossier;
  const id = dossier.affairOf(affair.key);
  const { on, identifier, acknowledgedOn } = transmission;
  const key = `transmission:${affair.key}`;
  const transmit: Step['command'] = (despite) =>
    new TransmitDeliberation(context(key), session, id, { on, identifier, ...told(onDay(on), despite) });
  const sent: Step = { key, path: `${path}.transmission`, command: transmit };
  if (acknowledgedOn === null) return [sent];
  const acknowledged = `acknowledgement:${affair.key}`;
  const acknowledge: Step['command'] = (despite) =>
    new AcknowledgeTransmission(context(acknowledged), session, id, {
      on: acknowledgedOn,
      identifier: null,
      ...told(onDay(acknowledgedOn), despite),
    });
  return [sent, { key: acknowledged, path: `${path}.transmission.acknowledgedOn`, command: acknowledge }];
}

function publicationSteps(dossier: Dossier, { affair, path }: PlacedAffair): readonly Step[] {
  const { publication } = affair;
  if (publication === null || Object.values(publication).every((said) => said === null)) return [];
  const { on, media, masked } = publication;
  const key = `publication:${affair.key}`;
  const id = dossier.affairOf(affair.key);
  const command: Step['command'] = (despite) =>
    new PublishDeliberation(dossier.context(key), dossier.session, id, {
      on,
      // By no means at all is no publication: what the source means is not known.
      media: media === null || media.length === 0 ? null : [...media],
      masked,
      ...told(onDay(on), despite),
    });
  return [{ key, path: `${path}.publication`, command }];
}

const fateSteps = (dossier: Dossier, { affair, path }: PlacedAffair): readonly Step[] =>
  (affair.fates ?? []).map(({ kind, on, effectiveFrom, byNumber, by, note, counts }, index) => {
    const key = `${path}.fates.${index}`;
    const id = dossier.affairOf(affair.key);
    const corrected = kind === 'vote-rectified' ? { counts: counts ?? {} } : {};
    const command: Step['command'] = (despite) =>
      new RecordFate(dossier.context(key), dossier.session, id, {
        kind,
        on,
        effectiveFrom,
        byNumber,
        byAffair: null,
        by,
        note,
        ...corrected,
        ...told(on === null ? UNDATED : onDay(on), despite),
      });
    return { key, path: key, command };
  });

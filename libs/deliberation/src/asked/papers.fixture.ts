import fc from 'fast-check';
import { AcknowledgeTransmission, AcknowledgeTransmissionBody } from '../affair/acknowledge-transmission.js';
import { CONTENT_KINDS, FATE_KINDS, MENTION_KINDS, PUBLICATION_MEDIA } from '../affair/affair.js';
import { AttachAnnex, AttachAnnexBody } from '../affair/attach-annex.js';
import { CertifyExtract, CertifyExtractBody } from '../affair/certify-extract.js';
import { EraseContent, EraseContentBody } from '../affair/erase-content.js';
import { NumberAffair, NumberAffairBody } from '../affair/number-affair.js';
import { PublishDeliberation, PublishDeliberationBody } from '../affair/publish-deliberation.js';
import { RecordFate, RecordFateBody } from '../affair/record-fate.js';
import { ReviseReport, ReviseReportBody } from '../affair/revise-report.js';
import { StrikeOutMention, StrikeOutMentionBody } from '../affair/strike-out-mention.js';
import { SubmitReport, SubmitReportBody } from '../affair/submit-report.js';
import { TransmitDeliberation, TransmitDeliberationBody } from '../affair/transmit-deliberation.js';
import { CallAffair, CallAffairBody } from '../session/call-affair.js';
import { DecideAffair, DecideAffairBody } from '../session/decide-affair.js';
import { NoteAffair, NoteAffairBody } from '../session/note-affair.js';
import { NoteDebate, NoteDebateBody } from '../session/note-debate.js';
import { PostListBody, PostList } from '../session/post-list.js';
import { PostponeAffair, PostponeAffairBody } from '../session/postpone-affair.js';
import { PublishMinutes, PublishMinutesBody } from '../session/publish-minutes.js';
import { RecuseMember, RecuseMemberBody } from '../session/recuse-member.js';
import { RECUSAL_GROUNDS } from '../session/session.js';
import { SettleMinutes, SettleMinutesBody } from '../session/settle-minutes.js';
import { WithdrawAffair, WithdrawAffairBody } from '../session/withdraw-affair.js';
import { affair, ask, ballot, beginning, count, day, member, rarely, reason } from './asked.fixture.js';

export const calling = ask(
  CallAffair,
  CallAffairBody,
  'affair',
  fc.record({ recusals: beginning, stated: rarely(fc.record({ present: count })) }),
);
export const recusing = ask(
  RecuseMember,
  RecuseMemberBody,
  'affair',
  fc.record({
    member,
    ground: fc.option(fc.constantFrom(...RECUSAL_GROUNDS)),
    left: fc.option(fc.boolean()),
    note: reason,
  }),
);
export const deciding = ask(
  DecideAffair,
  DecideAffairBody,
  'affair',
  fc.record({
    outcome: fc.constantFrom('adopted', 'rejected'),
    decidingBallots: rarely(ballot.map((one) => [one])).map((named) => named ?? undefined),
  }),
);

/** Other ends than a decision. */
export const ending = [
  ask(NoteAffair, NoteAffairBody, 'affair'),
  ask(PostponeAffair, PostponeAffairBody, 'affair'),
  ask(WithdrawAffair, WithdrawAffairBody, 'affair', fc.constant({ stated: { voters: 3 } })),
];

/** What is written of an affair and its paper. */
export const writing = [
  ask(NoteDebate, NoteDebateBody, 'affair', fc.constant({ text: 'Débat.' })),
  ask(
    SubmitReport,
    SubmitReportBody,
    'affair',
    fc.record({
      annexes: beginning,
      report: fc.constant({
        subject: 'Objet',
        text: 'Un long rapport. '.repeat(100),
        articles: [{ text: 'Article.' }],
        rapporteur: { role: 'Rapporteur' },
      }),
    }),
  ),
  ask(
    ReviseReport,
    ReviseReportBody,
    'affair',
    fc.constant({ report: { subject: 'Autre objet', citations: ['Le code'] } }),
  ),
  ask(AttachAnnex, AttachAnnexBody, 'affair', fc.constant({ title: 'Convention' })),
  ask(NumberAffair, NumberAffairBody, 'affair', fc.record({ number: fc.constantFrom('1', '2') })),
];

export const onTheAffair = [calling, recusing, deciding, ...ending, ...writing];

export const certifying = ask(
  CertifyExtract,
  CertifyExtractBody,
  'affair',
  fc.record({
    signatory: fc.record({ office: fc.constant('Maire'), member: fc.option(member) }),
    formula: fc.constantFrom('Pour extrait conforme', null),
    certifiedOn: day,
  }),
);

const later = {
  on: day,
  effectiveFrom: day,
  byNumber: reason,
  byAffair: rarely(affair),
  by: fc.constantFrom('Tribunal administratif', null),
  note: reason,
};
const fate = ask(
  RecordFate,
  RecordFateBody,
  'affair',
  fc.oneof(
    fc.record({ kind: fc.constantFrom(...FATE_KINDS), ...later }),
    fc.record({ kind: fc.constant('vote-rectified'), counts: fc.constant({ for: 3 }), ...later }),
  ),
);

/** What follows an act, before it can and after. */
export const afterwards = [
  certifying,
  certifying,
  fate,
  fate,
  fate,
  ask(TransmitDeliberation, TransmitDeliberationBody, 'affair', fc.record({ on: day, identifier: reason })),
  ask(
    AcknowledgeTransmission,
    AcknowledgeTransmissionBody,
    'affair',
    fc.record({ on: day, identifier: reason }),
  ),
  ask(
    PublishDeliberation,
    PublishDeliberationBody,
    'affair',
    fc.record({
      on: day,
      media: fc.option(fc.constantFrom([PUBLICATION_MEDIA[0]], [...PUBLICATION_MEDIA])),
      masked: fc.option(fc.boolean()),
    }),
  ),
  ask(
    EraseContent,
    EraseContentBody,
    'affair',
    fc.record({
      what: fc.constantFrom(...CONTENT_KINDS, 'report'),
      content: fc.constant(null),
      basis: fc.constant('Jugement du 3 juin 2024'),
    }),
  ),
  ask(
    StrikeOutMention,
    StrikeOutMentionBody,
    'affair',
    fc.record({
      kind: fc.constantFrom(...MENTION_KINDS),
      place: fc.constantFrom(undefined, 1, 2),
      reason: fc.constant('Jour mal saisi'),
    }),
  ),
  ask(PostList, PostListBody, 'session', fc.record({ on: day })),
  ask(
    SettleMinutes,
    SettleMinutesBody,
    'session',
    fc.record({
      on: day,
      session: fc.constant(null),
      text: fc.constantFrom('Le procès-verbal.', null),
      signedBy: fc.option(fc.uniqueArray(member, { maxLength: 2 })),
    }),
  ),
  ask(PublishMinutes, PublishMinutesBody, 'session', fc.record({ on: day })),
];

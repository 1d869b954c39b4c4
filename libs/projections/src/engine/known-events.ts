import type {
  AffairEvent,
  AuthorityEvent,
  BallotEvent,
  BodyEvent,
  NumberEvent,
  RecordEvent,
  RegisterEvent,
  SessionEvent,
} from '@registre/deliberation';
import type { Category } from '@registre/event-store';

// A new event of the domain does not compile until it is named here.
type Types<E extends { readonly type: string }> = { readonly [type in E['type']]: true };

const AUTHORITY: Types<AuthorityEvent> = { AuthorityRegistered: true, AuthorityDescribed: true };
const BODY: Types<BodyEvent> = {
  BodyConstituted: true,
  MemberSeated: true,
  MemberUnseated: true,
  OfficeAssigned: true,
  MembersMerged: true,
  RulesAdopted: true,
  TemplateAdopted: true,
};
const SESSION: Types<SessionEvent> = {
  SessionConvened: true,
  ConvocationSent: true,
  SessionNotQuorate: true,
  AffairPlacedOnAgenda: true,
  SessionOpened: true,
  MemberPresent: true,
  MemberExcused: true,
  MemberAbsent: true,
  MemberRepresented: true,
  ProxyGiven: true,
  ProxyRevoked: true,
  MemberInstalled: true,
  MemberResigned: true,
  MemberArrived: true,
  MemberLeft: true,
  ChairTaken: true,
  SecretaryAppointed: true,
  AffairCalled: true,
  MemberRecused: true,
  UrgencyConfirmed: true,
  DoorsClosed: true,
  DoorsReopened: true,
  SessionSuspended: true,
  SessionResumed: true,
  BallotRequested: true,
  DebateNoted: true,
  BallotOpened: true,
  BallotClosed: true,
  BallotVoided: true,
  AffairDecided: true,
  AffairNoted: true,
  AffairPostponed: true,
  AffairWithdrawn: true,
  SessionClosed: true,
  EntryCorrected: true,
  ListPosted: true,
  MinutesSettled: true,
  MinutesPublished: true,
};
const BALLOT: Types<BallotEvent> = {
  VotingOpened: true,
  VoteCast: true,
  HandsCounted: true,
  VoterSigned: true,
  SecretTallyRecorded: true,
  VotingVoided: true,
  VotingClosed: true,
};
const AFFAIR: Types<AffairEvent> = {
  ReportSubmitted: true,
  ReportRevised: true,
  AnnexAttached: true,
  AffairNumbered: true,
  ExtractCertified: true,
  TransmittedToPrefecture: true,
  TransmissionAcknowledged: true,
  DeliberationPublished: true,
  MentionStruckOut: true,
  MaterialErrorCorrected: true,
  DeliberationRectified: true,
  VoteRectified: true,
  DeliberationWithdrawn: true,
  DeliberationRepealed: true,
  DeliberationReplaced: true,
  DeliberationAnnulled: true,
  ContentErased: true,
  ErasureCompleted: true,
};
const REGISTER: Types<RegisterEvent> = { RegisterOpened: true, SheetsEntered: true };
const NUMBER: Types<NumberEvent> = { NumberTaken: true };
const RECORD: Types<RecordEvent> = { RecordImported: true, DisagreementRecorded: true };

const KNOWN: { readonly [category in Category]: ReadonlySet<string> } = {
  authority: new Set(Object.keys(AUTHORITY)),
  body: new Set(Object.keys(BODY)),
  session: new Set(Object.keys(SESSION)),
  ballot: new Set(Object.keys(BALLOT)),
  affair: new Set(Object.keys(AFFAIR)),
  register: new Set(Object.keys(REGISTER)),
  number: new Set(Object.keys(NUMBER)),
  log: new Set(),
  record: new Set(Object.keys(RECORD)),
};

/** Whether this code knows what such an event means. */
export const isKnown = (category: Category, type: string): boolean => KNOWN[category].has(type);

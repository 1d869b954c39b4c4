import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AcknowledgeTransmissionHandler } from './affair/acknowledge-transmission.js';
import { AttachAnnexHandler } from './affair/attach-annex.js';
import { CertifyExtractHandler } from './affair/certify-extract.js';
import { EraseContentHandler } from './affair/erase-content.js';
import { ExtractSubjects } from './affair/extract-subject.js';
import { NumberAffairHandler } from './affair/number-affair.js';
import { PublishDeliberationHandler } from './affair/publish-deliberation.js';
import { RecordFateHandler } from './affair/record-fate.js';
import { ReviseReportHandler } from './affair/revise-report.js';
import { SubmitReportHandler } from './affair/submit-report.js';
import { StrikeOutMentionHandler } from './affair/strike-out-mention.js';
import { TransmitDeliberationHandler } from './affair/transmit-deliberation.js';
import { RegisterAuthorityHandler } from './authority/register-authority.js';
import { CastVoteHandler } from './ballot/cast-vote.js';
import { CountHandsHandler } from './ballot/count-hands.js';
import { RecordSecretTallyHandler } from './ballot/record-secret-tally.js';
import { SignRollHandler } from './ballot/sign-roll.js';
import { AdoptTemplateHandler } from './body/adopt-template.js';
import { ConstituteBodyHandler } from './body/constitute-body.js';
import { SeatMembersHandler } from './body/seat-members.js';
import { AdoptRulesHandler } from './body/adopt-rules.js';
import { AssignOfficeHandler } from './body/assign-office.js';
import { MergeMembersHandler } from './body/merge-members.js';
import { UnseatMemberHandler } from './body/unseat-member.js';
import { DescribeAuthorityHandler } from './authority/describe-authority.js';
import { SendConvocationHandler } from './session/send-convocation.js';
import { ConfirmUrgencyHandler } from './session/confirm-urgency.js';
import { CloseDoorsHandler } from './session/close-doors.js';
import { ReopenDoorsHandler } from './session/reopen-doors.js';
import { RecordQuorumFailureHandler } from './session/record-quorum-failure.js';
import { CommandRunner } from './command/command-runner.js';
import { CloseBallotInSession } from './processes/close-ballot.js';
import { CompleteErasure } from './processes/complete-erasure.js';
import { EnterInRegister } from './processes/enter-in-register.js';
import { OpenVoting } from './processes/open-voting.js';
import { VoidBallotInSession } from './processes/void-ballot.js';
import { OpenRegisterHandler } from './register/open-register.js';
import { RecordImportHandler } from './record/record-import.js';
import { AppointSecretaryHandler } from './session/appoint-secretary.js';
import { CallAffairHandler } from './session/call-affair.js';
import { CloseBallotHandler } from './session/close-ballot.js';
import { CloseSessionHandler } from './session/close-session.js';
import { ConveneSessionHandler } from './session/convene-session.js';
import { DecideAffairHandler } from './session/decide-affair.js';
import { GiveProxyHandler } from './session/give-proxy.js';
import { NoteAffairHandler } from './session/note-affair.js';
import { NoteDebateHandler } from './session/note-debate.js';
import { OpenBallotHandler } from './session/open-ballot.js';
import { OpenSessionHandler } from './session/open-session.js';
import { PlaceAffairHandler } from './session/place-affair.js';
import { PostponeAffairHandler } from './session/postpone-affair.js';
import { RecuseMemberHandler } from './session/recuse-member.js';
import { PostListHandler } from './session/post-list.js';
import { PublishMinutesHandler } from './session/publish-minutes.js';
import { RecordArrivalHandler } from './session/record-arrival.js';
import { RecordAttendanceHandler } from './session/record-attendance.js';
import { RecordDepartureHandler } from './session/record-departure.js';
import { SettleMinutesHandler } from './session/settle-minutes.js';
import { RequestBallotHandler } from './session/request-ballot.js';
import { SuspendSessionHandler } from './session/suspend-session.js';
import { ResumeSessionHandler } from './session/resume-session.js';
import { InstallMemberHandler } from './session/install-member.js';
import { ResignMemberHandler } from './session/resign-member.js';
import { RevokeProxyHandler } from './session/revoke-proxy.js';
import { CorrectEntryHandler } from './session/correct-entry.js';
import { TakeChairHandler } from './session/take-chair.js';
import { VoidBallotHandler } from './session/void-ballot.js';
import { WithdrawAffairHandler } from './session/withdraw-affair.js';

const HANDLERS = [
  RecordQuorumFailureHandler,
  ReopenDoorsHandler,
  CloseDoorsHandler,
  ConfirmUrgencyHandler,
  SendConvocationHandler,
  DescribeAuthorityHandler,
  UnseatMemberHandler,
  MergeMembersHandler,
  AssignOfficeHandler,
  AdoptRulesHandler,
  RegisterAuthorityHandler,
  ConstituteBodyHandler,
  SeatMembersHandler,
  AdoptTemplateHandler,
  ConveneSessionHandler,
  PlaceAffairHandler,
  OpenSessionHandler,
  RecordAttendanceHandler,
  TakeChairHandler,
  AppointSecretaryHandler,
  GiveProxyHandler,
  RecordArrivalHandler,
  RecordDepartureHandler,
  CallAffairHandler,
  RecuseMemberHandler,
  CorrectEntryHandler,
  RevokeProxyHandler,
  ResignMemberHandler,
  InstallMemberHandler,
  ResumeSessionHandler,
  SuspendSessionHandler,
  NoteDebateHandler,
  OpenBallotHandler,
  CountHandsHandler,
  CastVoteHandler,
  SignRollHandler,
  RecordSecretTallyHandler,
  CloseBallotHandler,
  VoidBallotHandler,
  RequestBallotHandler,
  DecideAffairHandler,
  NoteAffairHandler,
  PostponeAffairHandler,
  WithdrawAffairHandler,
  CloseSessionHandler,
  SubmitReportHandler,
  ReviseReportHandler,
  AttachAnnexHandler,
  NumberAffairHandler,
  CertifyExtractHandler,
  PostListHandler,
  SettleMinutesHandler,
  PublishMinutesHandler,
  TransmitDeliberationHandler,
  AcknowledgeTransmissionHandler,
  StrikeOutMentionHandler,
  PublishDeliberationHandler,
  RecordFateHandler,
  EraseContentHandler,
  OpenRegisterHandler,
  RecordImportHandler,
];

const PROCESSES = [OpenVoting, CloseBallotInSession, VoidBallotInSession, EnterInRegister, CompleteErasure];

/**
 * The domain's command handlers and processes. They need an EventStore and a Clock, and from the documents' side an
 * ExtractRenderer, a TemplateCheck, LongTexts and StoredContents: the modules that provide them are imported here.
 */
@Module({})
export class DeliberationModule {
  static register(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: DeliberationModule,
      imports: [CqrsModule, ...imports],
      providers: [CommandRunner, ExtractSubjects, ...PROCESSES, ...HANDLERS],
      exports: [CqrsModule, CommandRunner, ExtractSubjects, ...PROCESSES],
    };
  }
}

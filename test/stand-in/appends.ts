import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ProposedRecord, StandInLog } from './log.js';
import { appendAnswer, failures, proposedRecord, type Failure } from './messages.js';

/** EventStoreDB's own default. It counts the data alone, not the metadata (measured). */
export const MAX_APPEND_BYTES = 1024 * 1024;

/** What may befall an append: whether it is written, and what is answered (nothing: the caller is left waiting). */
export interface AppendFault {
  readonly written: boolean;
  readonly answer: Failure | undefined;
}

/** Takes the fault that the next append meets, if one was ordered. */
export type NextFault = () => AppendFault | undefined;

/** The plain Append call; BatchAppend is not served, so that nothing can come to depend on it. */
export function appendHandler(log: StandInLog, nextFault: NextFault) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    const requests: AppendReq[] = [];
    call.on('data', (request: AppendReq) => requests.push(request));
    call.on('end', () => {
      const refuse = (failure: Failure): void => answer(failure);
      const fault = nextFault();
      if (fault !== undefined && !fault.written) return fault.answer && refuse(fault.answer);
      const outcome = carriedOut(log, requests);
      if ('code' in outcome) return refuse(outcome);
      if (fault !== undefined) return fault.answer && refuse(fault.answer);
      answer(null, appendAnswer(outcome));
    });
  };
}

function carriedOut(log: StandInLog, requests: readonly AppendReq[]) {
  const options = requests[0]?.getOptions();
  const events = requests.slice(1).flatMap((request): ProposedRecord[] => {
    const message = request.getProposedMessage();
    return message === undefined ? [] : [proposedRecord(message)];
  });
  const bytes = events.reduce((sum, { data }) => sum + data.length, 0);
  if (bytes > MAX_APPEND_BYTES) return failures.tooLarge(MAX_APPEND_BYTES);
  if (events.length === 0) return failures.beyondTheStandIn('an append without events');
  if (options?.hasRevision() !== true && options?.hasNoStream() !== true) {
    return failures.beyondTheStandIn('an append without an exact expected revision');
  }
  const name = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
  return log.append(name, options.hasNoStream() ? -1 : Number(options.getRevision()), events);
}

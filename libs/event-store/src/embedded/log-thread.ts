import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { LogDesk, type LogCall } from './log-desk.js';
import { LogFolder } from './log-folder.js';
import type { LogAnswer } from './log-requests.js';

/** What the thread is started with. */
export interface LogThreadData {
  readonly dataDir: string;
  readonly maxOpen: number;
}

/** An answer on its way back. */
export interface LogReply {
  readonly number: number;
  readonly answer: LogAnswer;
}

function serve(port: MessagePort, { dataDir, maxOpen }: LogThreadData): void {
  const desk = new LogDesk(new LogFolder(dataDir, maxOpen), (number, answer) => {
    port.postMessage({ number, answer } satisfies LogReply);
    if (answer.kind === 'closed') port.close();
  });
  port.on('message', (call: LogCall) => {
    desk.take(call);
    do takeWaiting(port, desk);
    while (desk.turn());
  });
}

// While one group was on its way to the disk, the next one came together in the port.
function takeWaiting(port: MessagePort, desk: LogDesk): void {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    desk.take(next.message as LogCall);
  }
}

serve(parentPort as MessagePort, workerData as LogThreadData);

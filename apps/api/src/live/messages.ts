import type { AuditEntry } from '@registre/projections';

/** Milliseconds that a client whose connection was cut waits before it asks again. */
const ASK_AGAIN = 2_000;

/** What a stream begins with: nothing for the page, but its client knows at once that it is open. */
export const OPENING = `retry: ${ASK_AGAIN}\n\n`;

/** A comment: shows both ends that the other is still there. */
export const HEARTBEAT = ': \n\n';

/** An event of the register; JSON holds no line end, so that one `data` line suffices. */
export const eventMessage = (entry: AuditEntry): string =>
  `id: ${entry.ordinal}\nevent: ${entry.type}\ndata: ${JSON.stringify(entry)}\n\n`;

/** Up to where all that was asked for is told: what a page waits for before it asks again, once for many events. */
export const caughtUpMessage = (ordinal: number): string =>
  `id: ${ordinal}\nevent: caught-up\ndata: {"ordinal":${ordinal}}\n\n`;

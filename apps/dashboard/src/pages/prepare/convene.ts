import { sendCommand } from '../../api/client';
import { read, write } from '../../commands/draft';

export interface Convening {
  readonly body: string;
  readonly date: string;
  readonly convenedOn: string | null;
  readonly kind: 'ordinary' | 'extraordinary' | null;
  readonly public: boolean | null;
  readonly place: string | null;
  readonly inOffice: number | null;
  /** Day of the first séance, which had no quorum; null: a first convocation. */
  readonly secondConvocationOf: string | null;
  readonly urgency: { readonly reason: string | null } | null;
  /** In order. */
  readonly subjects: readonly string[];
  readonly despite: readonly { readonly rule: string; readonly reason: string }[];
}

/**
 * Convenes a séance and puts its affairs on the agenda. Cut in the middle and asked again, it goes on where it was:
 * each step keeps its key until all are recorded.
 *
 * @returns the séance's id
 * @throws Problem
 */
export async function convene(
  authority: string,
  { subjects, despite, ...convening }: Convening,
): Promise<string> {
  const outbox = `convocation.${authority}`;
  const base = read<string>(outbox) ?? crypto.randomUUID();
  write(outbox, base);
  const body = { ...convening, ...(despite.length === 0 ? {} : { despite }) };
  const { id = '' } = await sendCommand(authority, { path: ['sessions'], body, expects: null, key: base });
  for (const [place, subject] of subjects.entries()) {
    await sendCommand(authority, {
      path: ['sessions', id, 'affairs'],
      body: { subject, order: place + 1 },
      expects: null,
      key: `${base}.${place + 1}`,
    });
  }
  write(outbox, null);
  return id;
}

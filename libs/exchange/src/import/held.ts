import {
  affairAggregate,
  authorityAggregate,
  bodyAggregate,
  CommandRunner,
  sessionAggregate,
  type AffairState,
  type AuthorityDescription,
  type BodyState,
  type FileReference,
  type SessionState,
} from '@registre/deliberation';
import type { FileStore } from '@registre/documents';
import { affairStream, authorityStream, bodyStream, sessionStream } from '@registre/event-store';
import type { Stores } from './scratch-commands.js';
import type { Dossier } from './step.js';

/** What a register holds of the séance of a record. */
export interface Held {
  readonly authority: AuthorityDescription | null;
  readonly body: BodyState;
  readonly session: SessionState;
  /** By key in the record. */
  readonly affairs: ReadonlyMap<string, AffairState>;
}

/** Reads what a store holds of the séance. */
export async function heldIn(
  { store, files, clock }: Pick<Stores, 'store' | 'files' | 'clock'>,
  dossier: Dossier,
): Promise<Held> {
  const runner = new CommandRunner(store, clock);
  const { authority, body, affairs } = dossier.record;
  const papers = new Map<string, AffairState>();
  for (const { key } of affairs) {
    const { state } = await runner.load(affairAggregate, affairStream(authority.key, dossier.affairOf(key)));
    papers.set(key, {
      ...state,
      report: state.report && (await withText(files, authority.key, state.report)),
    });
  }
  const { state: session } = await runner.load(
    sessionAggregate,
    sessionStream(authority.key, dossier.session),
  );
  const { settled } = session.minutes;
  const minutes = { ...session.minutes, settled: settled && (await withText(files, authority.key, settled)) };
  return {
    authority: (await runner.load(authorityAggregate, authorityStream(authority.key))).state.description,
    body: (await runner.load(bodyAggregate, bodyStream(authority.key, body.key))).state,
    session: { ...session, minutes },
    affairs: papers,
  };
}

/** A long text stands in the file store, under a name of its own each time: what is compared is the text. */
async function withText<T extends { readonly text: string | FileReference | null }>(
  files: FileStore,
  authority: string,
  content: T,
): Promise<T> {
  const { text } = content;
  if (text === null || typeof text === 'string') return content;
  return { ...content, text: new TextDecoder().decode(await files.get(authority, text)) };
}

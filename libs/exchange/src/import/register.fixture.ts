import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderFileStore } from '@registre/documents';
import {
  StoreUnavailable,
  type EventStore,
  type EventToAppend,
  type StoredEvent,
} from '@registre/event-store';
import { SystemClock } from '@registre/platform';
import type { RecordFolder } from '../checks/record-folder.js';
import { bytesOf } from '../session-record/record.fixture.js';
import { importRecord } from './import-record.js';
import type { ImportedRecord, ImportProgress } from './import-request.js';
import { NoOtherSessions } from './no-other-sessions.fixture.js';
import { withCommandsOn } from './scratch-commands.js';
import { ScratchEventStore } from './scratch-event-store.js';

const nothingBelow = { async *readStream() {} } as unknown as EventStore;

/** A register in memory that remembers the order of what was appended, and may be cut. */
export class MemoryRegister extends ScratchEventStore {
  readonly appended: { readonly stream: string; readonly event: EventToAppend }[] = [];
  /** Appends left before the store fails; undefined: it does not. */
  appendsLeft: number | undefined;
  readonly files: FolderFileStore;

  constructor(readonly dataDir: string) {
    super(nothingBelow, () => true);
    this.files = new FolderFileStore({ dataDir });
  }

  override async append(...request: Parameters<ScratchEventStore['append']>) {
    if (this.appendsLeft === 0) throw new StoreUnavailable('cut');
    if (this.appendsLeft !== undefined) this.appendsLeft -= 1;
    const answer = await super.append(...request);
    const [stream, , events] = request;
    this.appended.push(...events.map((event) => ({ stream, event })));
    return answer;
  }

  /** Imports the JSON of a record. */
  import(json: unknown, more: Importing = {}): Promise<ImportedRecord> {
    const stores = {
      store: this,
      files: this.files,
      clock: new SystemClock(),
      otherSessions: new NoOtherSessions(),
    };
    const { folder = null, asProclaimed = false, asCorrection = false, actor = 'greffe', onProgress } = more;
    const bytes = json instanceof Uint8Array ? json : bytesOf(json);
    const context = { actor, correlationId: 'essai' };
    return withCommandsOn(stores, (commands) =>
      importRecord(
        { ...stores, commands },
        {
          bytes,
          folder,
          context,
          asProclaimed,
          asCorrection,
          ...(onProgress === undefined ? {} : { onProgress }),
        },
      ),
    );
  }

  /** `category Type` of each event, in the order of the log. */
  told(): readonly string[] {
    return this.appended.map(({ stream, event }) => `${stream.split('-')[0]} ${event.type}`);
  }

  /** The events of that type. */
  ofType<T = Record<string, never>>(type: string): readonly (StoredEvent & { readonly data: T })[] {
    return this.appended.filter(({ event }) => event.type === type).map(({ event }) => event) as never;
  }
}

interface Importing {
  readonly folder?: RecordFolder | null;
  readonly asProclaimed?: boolean;
  readonly asCorrection?: boolean;
  readonly actor?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Gives each test an empty register. */
export function eachWithRegister(): { readonly register: MemoryRegister } {
  const held = {} as { register: MemoryRegister };
  beforeEach(async () => {
    held.register = new MemoryRegister(await mkdtemp(join(tmpdir(), 'registre-import-')));
  });
  afterEach(() => rm(held.register.dataDir, { recursive: true, force: true }));
  return held;
}

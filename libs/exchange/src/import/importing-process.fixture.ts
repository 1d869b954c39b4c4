import 'reflect-metadata';
import { FolderFileStore } from '@registre/documents';
import { openEventStore } from '@registre/event-store';
import { SystemClock } from '@registre/platform';
import { bytesOf, smallRecord } from '../session-record/record.fixture.js';
import { importRecord } from './import-record.js';
import { NoOtherSessions } from './no-other-sessions.fixture.js';
import { withCommandsOn } from './scratch-commands.js';

/** Imports the small record into the data folder named, a line for each step: to be killed at any of them. */
const [, , dataDir = ''] = process.argv;
const stores = {
  store: openEventStore({ kind: 'embedded', dataDir }, { thread: false }),
  files: new FolderFileStore({ dataDir }),
  clock: new SystemClock(),
  otherSessions: new NoOtherSessions(),
};
await withCommandsOn(stores, (commands) =>
  importRecord(
    { ...stores, commands },
    {
      bytes: bytesOf(smallRecord()),
      folder: null,
      context: { actor: 'greffe', correlationId: 'essai' },
      asProclaimed: false,
      onProgress: ({ done }) => process.stdout.write(`${done}\n`),
    },
  ),
);
await stores.store.close();

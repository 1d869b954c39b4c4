import type { ReadModel } from '../engine/read-model.js';

/** What follows from an event in another stream and is not done: the processes' list of things to do. */
export const dueModel: ReadModel = {
  name: 'due',
  version: 3,
  categories: ['session', 'ballot', 'register', 'affair'],
  tables: `
CREATE TABLE due (
  process TEXT NOT NULL,
  subject TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (process, subject)
) STRICT, WITHOUT ROWID;
`,
  indexes: '',
  projector(database) {
    const insert = database.prepare('INSERT INTO due (process, subject, ordinal) VALUES (?, ?, ?)');
    const remove = database.prepare('DELETE FROM due WHERE process = ? AND subject = ?');
    return {
      memories: [],
      project(event) {
        switch (event.type) {
          case 'SessionClosed':
            insert.run('enter-in-register', event.subject, event.ordinal);
            return;
          case 'SheetsEntered':
            remove.run('enter-in-register', event.data.session);
            return;
          case 'BallotOpened':
            insert.run('open-voting', votingOf(event.subject, event.data.ballot), event.ordinal);
            return;
          case 'VotingOpened':
            remove.run('open-voting', votingOf(event.data.session, event.subject));
            return;
          case 'VotingClosed':
            insert.run('close-ballot', event.subject, event.ordinal);
            return;
          case 'BallotClosed':
            remove.run('close-ballot', event.data.ballot);
            return;
          case 'ContentErased':
            insert.run('complete-erasure', erasureOf(event.subject, event.data.content), event.ordinal);
            return;
          case 'ErasureCompleted':
            remove.run('complete-erasure', erasureOf(event.subject, event.data.content));
            return;
          case 'VotingVoided':
            insert.run('void-ballot', event.subject, event.ordinal);
            return;
          case 'BallotVoided':
            remove.run('void-ballot', event.data.ballot);
            return;
          default:
            return;
        }
      },
    };
  },
};

/** A ballot's stream names no séance before it exists: the work says both. */
const votingOf = (session: string, ballot: string): string => `${session}/${ballot}`;

const erasureOf = (affair: string, content: string): string => `${affair}/${content}`;

import type { ReactNode } from 'react';
import { MemberName } from '../ui/member-name';
import type { Members } from '../wording/members';
import { Unknown } from '../ui/unknown';
import { NoneLine } from './none-line';
import styles from './name-list.module.css';

interface Props {
  readonly title: string;
  /** Null: nobody is named. */
  readonly refs: readonly string[] | null;
  readonly members: Members;
  /** What is said beside a name. */
  readonly noteOf?: (ref: string) => ReactNode;
}

/** A list of people in the order of the source, in as many columns as there is room for. */
export function NameList({ title, refs, members, noteOf }: Props) {
  if (refs === null || refs.length === 0) {
    return <NoneLine title={title}>{refs === null ? <Unknown /> : 'aucun'}</NoneLine>;
  }
  return (
    <div className={styles.list}>
      <h3>
        {title} <span className={styles.count}>({refs.length})</span>
      </h3>
      <ul>
        {refs.map((ref) => (
          <li key={ref}>
            <MemberName member={ref} members={members} /> {noteOf?.(ref)}
          </li>
        ))}
      </ul>
    </div>
  );
}

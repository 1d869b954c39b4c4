import type { AuditEntry } from '@registre/projections';
import { Notice } from '../../ui/notice';
import { When } from '../../ui/when';
import { instantTime } from '../../wording/dates';
import { abridged } from './abridged';
import styles from './entry-view.module.css';

interface Props {
  readonly entry: AuditEntry;
  readonly timezone: string;
  readonly subject: string | undefined;
}

const idOf = (ordinal: number) => `evenement-${ordinal}`;

export function EntryView({ entry, timezone, subject }: Props) {
  const { ordinal, sentence, occurredAt, recordedAt, correctedBy, type, stream, revision } = entry;
  return (
    <li
      id={idOf(ordinal)}
      className={correctedBy === null ? styles.entry : `${styles.entry} ${styles.superseded}`}
    >
      <span className={styles.ordinal}>
        <span className="for-screen-readers">Événement </span>n°&nbsp;{ordinal}
      </span>
      <div className={styles.what}>
        <p className={styles.sentence}>{subject === undefined ? sentence : abridged(sentence, subject)}</p>
        <Corrections entry={entry} />
        <Irregular entry={entry} />
        <p className={styles.trace}>
          <code>{type}</code> <code>{`${stream}@${revision}`}</code>
        </p>
      </div>
      <dl className={styles.when}>
        <div>
          <dt>Vrai le</dt>
          <dd>
            <When at={occurredAt} />
          </dd>
        </div>
        <div>
          <dt>Appris à</dt>
          <dd>
            <time dateTime={recordedAt}>{instantTime(recordedAt, timezone)}</time>
          </dd>
        </div>
      </dl>
    </li>
  );
}

function Corrections({ entry: { corrects, correctedBy } }: { readonly entry: AuditEntry }) {
  return (
    <>
      {corrects !== null && (
        <p className={styles.correction}>
          Corrige <a href={`#${idOf(corrects)}`}>l’événement n°&nbsp;{corrects}</a>
        </p>
      )}
      {correctedBy !== null && (
        <p className={styles.correction}>
          Corrigé depuis par <a href={`#${idOf(correctedBy)}`}>l’événement n°&nbsp;{correctedBy}</a>
        </p>
      )}
    </>
  );
}

function Irregular({ entry: { irregularities } }: { readonly entry: AuditEntry }) {
  return irregularities.map(({ rule, found, reason }) => (
    <Notice key={rule} tone="bad" title={found}>
      <p>
        Enregistré malgré la règle <code>{rule}</code>, au motif&nbsp;: {reason}
      </p>
    </Notice>
  ));
}

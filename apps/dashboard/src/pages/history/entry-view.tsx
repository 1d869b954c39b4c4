import type { AuditEntry } from '@registre/projections';
import { Link } from 'wouter';
import { actHistoryAddress, journalAddress, sessionHistoryAddress } from '../../addresses';
import { Notice } from '../../ui/notice';
import { When } from '../../ui/when';
import { instantTime } from '../../wording/dates';
import { abridged } from './abridged';
import styles from './entry-view.module.css';

interface Props {
  readonly entry: AuditEntry;
  readonly timezone: string;
  readonly subject: string | undefined;
  /** In the journal of an authority. */
  readonly authority: string | undefined;
  readonly isTarget: boolean;
}

const idOf = (ordinal: number) => `evenement-${ordinal}`;

export function EntryView({ entry, timezone, subject, authority, isTarget }: Props) {
  const { ordinal, sentence, occurredAt, recordedAt, correctedBy, type, stream, revision } = entry;
  return (
    <li
      id={idOf(ordinal)}
      className={[styles.entry, correctedBy !== null && styles.superseded, isTarget && styles.target]
        .filter(Boolean)
        .join(' ')}
    >
      <span className={styles.ordinal}>
        <span className="for-screen-readers">Événement </span>n°&nbsp;{ordinal}
      </span>
      <div className={styles.what}>
        <p className={styles.sentence}>{subject === undefined ? sentence : abridged(sentence, subject)}</p>
        <Corrections entry={entry} authority={authority} />
        <Irregular entry={entry} />
        {authority !== undefined && <Concerned entry={entry} authority={authority} />}
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

interface PartProps {
  readonly entry: AuditEntry;
  readonly authority: string | undefined;
}

function Corrections({ entry: { corrects, correctedBy }, authority }: PartProps) {
  // The journal shows a page of events: the other one may stand on another.
  const href = (ordinal: number) =>
    authority === undefined ? `#${idOf(ordinal)}` : journalAddress(authority, { evenement: String(ordinal) });
  return (
    <>
      {corrects !== null && (
        <p className={styles.correction}>
          Corrige <a href={href(corrects)}>l’événement n°&nbsp;{corrects}</a>
        </p>
      )}
      {correctedBy !== null && (
        <p className={styles.correction}>
          Corrigé depuis par <a href={href(correctedBy)}>l’événement n°&nbsp;{correctedBy}</a>
        </p>
      )}
    </>
  );
}

/** The séance and the affair that an event is about, and what else happened there. */
function Concerned({
  entry: { session, affair, stream },
  authority,
}: PartProps & { readonly authority: string }) {
  return (
    <p className={styles.trace}>
      {session !== null && (
        <Link href={sessionHistoryAddress(authority, session)}>Historique de la séance</Link>
      )}
      {affair !== null && <Link href={actHistoryAddress(authority, affair)}>Historique de l’affaire</Link>}
      <Link href={journalAddress(authority, { flux: stream })}>Ce flux</Link>
    </p>
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

import type { Quorum } from '@registre/deliberation';
import { Facts } from '../ui/facts';
import { reachedWording, requiredWording } from '../wording/quorum';
import styles from './quorum-view.module.css';

/** The quorum with its arithmetic, by the rule of that day. */
export function QuorumView({ quorum }: { readonly quorum: Quorum }) {
  const { reached, present, inOffice, article } = quorum;
  const tone = reached === null ? styles.unknown : reached ? styles.reached : styles.missed;
  return (
    <div className={`${styles.quorum} ${tone}`}>
      <p className={styles.verdict}>{reachedWording(quorum)}</p>
      <Facts
        facts={[
          { name: 'Membres en exercice', value: inOffice },
          { name: 'Présents requis', value: requiredWording(quorum) },
          { name: 'Présents comptés', value: present },
          { name: 'Règle du jour', value: article && `CGCT, art. ${article}` },
        ]}
      />
    </div>
  );
}

import type { Quorum } from '@registre/deliberation';
import { Fragment } from 'react';
import { Facts } from '../ui/facts';
import { reachedWording, requiredWording } from '../wording/quorum';
import styles from './quorum-view.module.css';

const CODE_ARTICLE = /^[LR]\d/;

/** « L2121-17 du CGCT »: no article is cut at the end of a line. */
function Articles({ articles }: { readonly articles: string }) {
  return articles.split(', ').map((article, index) => (
    <Fragment key={article}>
      {index > 0 && ', '}
      <span className={styles.article}>{CODE_ARTICLE.test(article) ? `${article} du CGCT` : article}</span>
    </Fragment>
  ));
}

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
          { name: 'Règle du jour', value: article && <Articles articles={article} /> },
        ]}
      />
    </div>
  );
}

import type { SearchHit, SearchSnippet } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress } from '../../addresses';
import { Badge } from '../../ui/badge';
import { Unknown } from '../../ui/unknown';
import { dateMedium } from '../../wording/dates';
import { outcomeWording } from '../../wording/outcomes';
import { statusWording } from '../../wording/sessions';
import { subjectWording } from '../../wording/subjects';
import { MEMBER_PARTS } from './member-parts';
import styles from './search-hit.module.css';

const PARTS: { readonly [part in SearchSnippet['part']]: string } = {
  number: 'Numéro',
  subject: 'Objet',
  names: 'Noms',
  articles: 'Dispositif, visas, montants',
  text: 'Rapport',
};

/** An act that was found: what it is, and where the words stand in it. */
export function Hit({ authority, hit }: { readonly authority: string; readonly hit: SearchHit }) {
  const inSubject = hit.snippets.find(({ part }) => part === 'subject');
  const others = hit.snippets.filter((one) => one !== inSubject);
  return (
    <article className={styles.hit}>
      <h2>
        <Link href={actAddress(authority, hit.affair)}>
          {inSubject === undefined ? hit.subject : <Marked pieces={inSubject.pieces} />}
        </Link>
      </h2>
      <p className={styles.facts}>
        <span>
          {hit.number === null ? (
            <>
              numéro <Unknown />
            </>
          ) : (
            `N°\u00a0${hit.number}`
          )}
        </span>
        <span>{dateMedium(hit.date)}</span>
        <span>{hit.bodyName}</span>
        {hit.classification !== null && <span>{subjectWording(hit.classification)}</span>}
        <Standing hit={hit} />
        {hit.memberAs?.map((part) => (
          <Badge key={part} tone="neutral">
            {MEMBER_PARTS[part]}
          </Badge>
        ))}
      </p>
      {others.map(({ part, pieces }, index) => (
        <p key={index} className={styles.snippet}>
          <span className={styles.part}>{PARTS[part]}</span> <Marked pieces={pieces} />
        </p>
      ))}
      {!hit.isWhole && <p className={styles.left}>Son rapport, long, n’est pas consulté par la recherche.</p>}
    </article>
  );
}

function Standing({ hit: { outcome, sessionStatus } }: { readonly hit: SearchHit }) {
  if (outcome !== null)
    return <Badge tone={outcomeWording(outcome).tone}>{outcomeWording(outcome).label}</Badge>;
  const { label, tone } = statusWording(sessionStatus);
  return <Badge tone={tone}>Séance {label.toLowerCase()}</Badge>;
}

function Marked({ pieces }: Pick<SearchSnippet, 'pieces'>) {
  return pieces.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text));
}

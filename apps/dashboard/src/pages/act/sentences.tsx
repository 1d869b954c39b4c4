import { Unknown } from '../../ui/unknown';
import styles from './sentences.module.css';

interface Props {
  readonly title: string;
  /** Null: not known. */
  readonly sentences: readonly string[] | null;
}

export function Sentences({ title, sentences }: Props) {
  return (
    <div className={styles.sentences}>
      <h3>{title}</h3>
      {sentences === null && <Unknown />}
      {sentences?.length === 0 && 'aucun'}
      {sentences !== null && sentences.length > 0 && (
        <ul>
          {sentences.map((sentence, index) => (
            <li key={index}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

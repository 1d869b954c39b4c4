import { useLocation } from 'wouter';
import { registerAddress } from '../../addresses';
import { useMay } from '../../api/may';
import { useLoadExample, useVisitor } from '../../api/queries';
import { HowToEnter } from '../../shell/visitor';
import { Notice } from '../../ui/notice';
import { ProblemDetails } from '../../ui/problem-details';
import styles from './load-example.module.css';

export function LoadExample() {
  const [, navigate] = useLocation();
  const { mutate, isPending, error } = useLoadExample();
  const { data: visitor } = useVisitor();
  const mayLoad = useMay('*', 'POST /api/v1/examples');
  if (visitor === undefined) return null;
  if (visitor.actor === null) {
    return (
      <div className={styles.load}>
        <p>Ce registre est encore vide, ou n’a rien de public.</p>
        <HowToEnter />
      </div>
    );
  }
  if (!mayLoad) {
    return (
      <p className={styles.hint}>
        Ce registre est encore vide. Seule la personne qui exploite le serveur peut y charger la séance
        d’exemple.
      </p>
    );
  }
  const load = () =>
    mutate(undefined, {
      onSuccess: ({ authority }) => navigate(registerAddress(authority), { replace: true }),
    });
  return (
    <div className={styles.load}>
      <button
        type="button"
        className="button button-main"
        aria-disabled={isPending}
        onClick={() => !isPending && load()}
      >
        {isPending ? 'Chargement de la séance…' : 'Charger la séance d’exemple'}
      </button>
      <p role="status" className={styles.hint}>
        {isPending
          ? 'La séance est rejouée événement par événement. Cela prend quelques secondes.'
          : 'Une séance réelle, livrée avec le logiciel. Elle s’ajoute à ce registre, qui est encore vide.'}
      </p>
      {error !== null && (
        <Notice tone="bad" title={`La séance n’a pas été chargée\u00a0: ${error.title}`} alert>
          <ProblemDetails problem={error} />
        </Notice>
      )}
      <p className={styles.hint}>
        Pour vos propres séances&nbsp;: <code>npx registre import FICHIER</code>
      </p>
    </div>
  );
}

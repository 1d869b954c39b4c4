import { useEffect } from 'react';
import { useLeave, useVisitor } from '../api/queries';
import { actorWording } from '../wording/actors';
import { rememberPlace } from './way-back';
import styles from './visitor.module.css';

/** Who reads these pages, and the way in or out. */
export function Visitor() {
  const { data: visitor } = useVisitor();
  const { mutate: leave, isPending } = useLeave();
  if (visitor === undefined) return null;
  if (visitor.actor === null) {
    return (
      <p className={styles.visitor}>
        Consultation publique
        {visitor.entry === 'issuer' && <a href="/entrer">Entrer</a>}
      </p>
    );
  }
  return (
    <p className={styles.visitor}>
      {actorWording(visitor.actor)}
      <button type="button" onClick={() => leave()} aria-disabled={isPending}>
        Sortir
      </button>
    </p>
  );
}

/** For who is not known here: how one enters; the page that was open is come back to. */
export function HowToEnter() {
  const { data: visitor } = useVisitor();
  useEffect(rememberPlace, []);
  if (visitor?.entry === 'issuer') {
    return (
      <p>
        <a href="/entrer">Entrer avec votre compte</a>
      </p>
    );
  }
  return (
    <p>
      Pour entrer, ouvrez le lien qui s’est affiché au démarrage du registre, ou demandez-en un autre par{' '}
      <code>npx registre token link</code>. Il sert une fois.
    </p>
  );
}

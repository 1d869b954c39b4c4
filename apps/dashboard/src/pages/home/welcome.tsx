import { LoadExample } from './load-example';
import { Room } from './room';
import styles from './welcome.module.css';

/** The first visit: nothing is in the register yet. */
export function Welcome() {
  return (
    <div className={styles.welcome}>
      <div className={styles.words}>
        <h1>Ce que vos assemblées ont voté, quand, et comment on le sait</h1>
        <p className={styles.lead}>
          Ce registre garde les délibérations d’une collectivité&nbsp;: qui était présent, quel était le
          quorum, qui a voté quoi, quel texte a été adopté.
        </p>
        <LoadExample />
        <ul className={styles.promises}>
          <li>
            <strong>Rien ne s’efface.</strong> Chaque fait est un événement daté, avec sa source. Une
            correction s’ajoute&nbsp;; elle ne remplace pas.
          </li>
          <li>
            <strong>L’histoire se rejoue.</strong> On relit ce que le registre disait à une date, et quand il
            l’a appris.
          </li>
          <li>
            <strong>L’inconnu n’est pas zéro.</strong> Ce que la source ne dit pas est écrit «&nbsp;non
            renseigné&nbsp;», jamais deviné.
          </li>
        </ul>
      </div>
      <Room />
    </div>
  );
}

import type { Movement } from '@registre/deliberation';
import { timeOfDay } from '../../wording/dates';
import { AskButton } from './ask-button';
import { useSeance } from './seance';
import styles from './conduct.module.css';

const KINDS: { readonly [kind in Movement['kind']]: string } = {
  arrived: 'arrive',
  left: 'sort',
  installed: 'est installé(e)',
  resigned: 'démissionne',
};

/** Who came and went, the last first; the last of a member can be corrected. */
export function MovementsPart() {
  const { state, name } = useSeance();
  const movements = state.movements ?? [];
  if (movements.length === 0) return null;
  const isLast = (movement: Movement) =>
    movements.findLast(({ member }) => member === movement.member) === movement;
  return (
    <div className={`${styles.form} ${styles.part}`}>
      <h3>Mouvements</h3>
      <ul className={styles.entries}>
        {movements.toReversed().map((movement) => (
          <li key={movements.indexOf(movement)}>
            <span>
              {movement.at.time !== null && `${timeOfDay(movement.at.time)} – `}
              {name(movement.member)} {KINDS[movement.kind]}
              {movement.reason !== null && <small>{movement.reason}</small>}
            </span>
            {isLast(movement) && ['arrived', 'left'].includes(movement.kind) && (
              <AskButton
                small
                label={`Corriger le mouvement de ${name(movement.member)}`}
                asked={{
                  act: 'correction',
                  correction: { kind: 'movement', member: movement.member },
                  what: `l’annulation du mouvement de ${name(movement.member)}`,
                }}
              >
                Corriger
              </AskButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { MemberSession } from '@registre/projections';
import { useId } from 'react';
import { fillOf, LookPatterns } from '../../charts/looks';
import { useWidth } from '../../charts/use-width';
import { PRESENCE_KINDS } from '../../charts/kinds';
import { plural } from '../../wording/amounts';
import { dateMedium } from '../../wording/dates';
import styles from './members.module.css';

interface Props {
  /** The latest first. */
  readonly sessions: readonly MemberSession[];
}

const STEP = 18;

/** One mark for each séance, in order: how a member was there. */
export function PresenceStrip({ sessions }: Props) {
  const [ref, width] = useWidth();
  const id = useId();
  const inOrder = sessions.toReversed();
  const perLine = Math.max(1, Math.floor(width / STEP));
  const lines = Math.ceil(inOrder.length / perLine);
  return (
    <div ref={ref} className={styles.strip}>
      {width > 0 && (
        <svg
          role="img"
          aria-label={`Présence à ${plural(sessions.length, 'séance')}, de la plus ancienne à la plus récente\u00a0; le tableau des séances dit laquelle est laquelle.`}
          width={width}
          height={lines * 30}
        >
          <LookPatterns kinds={PRESENCE_KINDS} id={id} />
          {inOrder.map(({ session, date, presence }, place) => {
            const kind = kindOf(presence);
            return (
              <rect
                key={session}
                x={(place % perLine) * STEP + 1}
                y={Math.floor(place / perLine) * 30 + 2}
                width={STEP - 5}
                height={24}
                fill={fillOf(kind.look, id)}
                stroke={`var(${kind.look.color})`}
              >
                <title>{`${dateMedium(date)}\u00a0: ${kind.label}`}</title>
              </rect>
            );
          })}
        </svg>
      )}
      <small>De la plus ancienne à la plus récente.</small>
    </div>
  );
}

const kindOf = (presence: MemberSession['presence']) =>
  PRESENCE_KINDS.find(({ key }) => key === (presence ?? 'unknown')) ?? PRESENCE_KINDS[4];

import type { AuditEntry, SessionBoard } from '@registre/projections';
import { useState } from 'react';
import { usePastSession } from '../../api/queries';
import { QuorumView } from '../../presence/quorum-view';
import { SeatsPresent } from '../../room/seats-present';
import { RoomBallot } from '../../room/room-ballot';
import { Card } from '../../ui/card';
import { Loaded } from '../../ui/loaded';
import { membersOf } from '../session/session-members';
import styles from './replay.module.css';

interface Props {
  readonly authority: string;
  readonly session: string;
  /** In the order of the log. */
  readonly entries: readonly AuditEntry[];
}

/** The séance step by step: what happened, and the room as it was then. */
export default function Replay({ authority, session, entries }: Props) {
  const [step, setStep] = useState(0);
  const place = Math.min(step, entries.length - 1);
  const entry = entries[place];
  const past = usePastSession(authority, session, entry?.ordinal ?? 0);
  if (entry === undefined) return null;
  return (
    <Card title="La séance pas à pas">
      <div className={styles.replay}>
        <div className={styles.steps}>
          <button type="button" className="button" onClick={() => setStep(Math.max(place - 1, 0))}>
            Précédent
          </button>
          <input
            type="range"
            aria-label="Étape de la séance"
            aria-valuetext={`${place + 1} sur ${entries.length}\u00a0: ${entry.sentence}`}
            min={0}
            max={entries.length - 1}
            value={place}
            onChange={(event) => setStep(Number(event.target.value))}
          />
          <button
            type="button"
            className="button"
            onClick={() => setStep(Math.min(place + 1, entries.length - 1))}
          >
            Suivant
          </button>
        </div>
        <p aria-live="polite">
          <strong>
            {place + 1} / {entries.length}
          </strong>{' '}
          {entry.sentence}
        </p>
        <Loaded query={past} what="de la séance à cette étape" part>
          {(board) => <Then board={board} />}
        </Loaded>
      </div>
    </Card>
  );
}

function Then({ board }: { readonly board: SessionBoard }) {
  const { state, now, voting } = board;
  const members = membersOf(state);
  const affair = state.affairs.find(({ id }) => id === (state.currentAffair ?? state.lastCalled)) ?? null;
  const ballot =
    state.ballots.find(({ id }) => id === state.openBallot) ??
    state.ballots.findLast((one) => affair !== null && one.affair === affair.id);
  return (
    <>
      {affair !== null && (
        <p>
          Affaire&nbsp;: {affair.order ?? '–'}. {affair.subject}
        </p>
      )}
      <div className={styles.room}>
        {state.attendance !== null && state.attendance.length > 0 && (
          <SeatsPresent board={board} members={members} />
        )}
        {ballot !== undefined && (
          <RoomBallot ballot={ballot} voting={voting} affair={affair} members={members} />
        )}
      </div>
      <QuorumView quorum={now.quorum} />
    </>
  );
}

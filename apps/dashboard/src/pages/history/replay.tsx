import type { AuditEntry, SessionBoard } from '@registre/projections';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';
import { usePastSession } from '../../api/queries';
import { QuorumView } from '../../presence/quorum-view';
import { RoomBallot } from '../room/room-ballot';
import { Card } from '../../ui/card';
import { Loaded } from '../../ui/loaded';
import { instantLong } from '../../wording/dates';
import { When } from '../../ui/when';
import { membersOf } from '../session/session-members';
import styles from './replay.module.css';
import { RoomDrawn } from './room-drawn';
import { usePlaying } from './playing';

interface Props {
  readonly authority: string;
  readonly session: string;
  readonly timezone: string;
  /** In the order of the log. */
  readonly entries: readonly AuditEntry[];
}

/** The séance step by step: what happened, and the room as it was then. The step stands in the address. */
export default function Replay({ authority, session, timezone, entries }: Props) {
  const last = entries.length - 1;
  const [place, go] = useStep(last);
  const playing = usePlaying(place === last, () => go(place + 1));
  useArrows((step) => go(step === 'first' ? 0 : step === 'last' ? last : place + step));
  const entry = entries[place];
  const past = usePastSession(authority, session, entry?.ordinal ?? 0);
  // The step that comes next is fetched while this one is looked at.
  usePastSession(authority, session, entries[Math.min(place + 1, last)]?.ordinal ?? 0);
  if (entry === undefined) return null;
  return (
    <Card title="La séance pas à pas" id="pas-a-pas">
      <div className={styles.replay}>
        <Steps place={place} last={last} sentence={entry.sentence} playing={playing} go={go} />
        <Told entry={entry} place={place} count={entries.length} timezone={timezone} quiet={playing.on} />
        <Loaded query={past} what="de la séance à cette étape" part>
          {(board) => <Then board={board} />}
        </Loaded>
        <p>
          <small>
            Au clavier&nbsp;: ← et → d’une étape à l’autre, Début et Fin aux extrémités.
            {!playing.allowed && ' La lecture automatique est retirée, comme le demande votre système.'}
          </small>
        </p>
      </div>
    </Card>
  );
}

/** The step that the address names, from 1 there, and how to go to another. */
function useStep(last: number): readonly [number, (to: number) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('etape') ?? '1');
  const within = (to: number) => Math.min(Math.max(to, 0), last);
  const place = within(Number.isInteger(asked) ? asked - 1 : 0);
  const go = (to: number) => {
    if (within(to) === place) return;
    const next = new URLSearchParams(search);
    next.set('etape', String(within(to) + 1));
    setSearch(next, { replace: true });
  };
  return [place, go];
}

interface StepsProps {
  readonly place: number;
  readonly last: number;
  readonly sentence: string;
  readonly playing: ReturnType<typeof usePlaying>;
  readonly go: (to: number) => void;
}

function Steps({ place, last, sentence, playing, go }: StepsProps) {
  return (
    <div className={styles.steps}>
      <button type="button" className="button" aria-disabled={place === 0} onClick={() => go(place - 1)}>
        Précédent
      </button>
      <input
        type="range"
        aria-label="Étape de la séance"
        aria-valuetext={`${place + 1} sur ${last + 1}\u00a0: ${sentence}`}
        min={0}
        max={last}
        value={place}
        onChange={(event) => go(Number(event.target.value))}
      />
      <button type="button" className="button" aria-disabled={place === last} onClick={() => go(place + 1)}>
        Suivant
      </button>
      {playing.allowed && (
        <button type="button" className="button" aria-disabled={place === last} onClick={playing.toggle}>
          {playing.on ? 'Pause' : 'Lecture'}
        </button>
      )}
    </div>
  );
}

interface ToldProps {
  readonly entry: AuditEntry;
  readonly place: number;
  readonly count: number;
  readonly timezone: string;
  /** While it plays by itself, a screen reader is not told each step. */
  readonly quiet: boolean;
}

function Told({ entry, place, count, timezone, quiet }: ToldProps) {
  return (
    <div className={styles.told}>
      <p aria-live={quiet ? 'off' : 'polite'}>
        <strong>
          Étape {place + 1} sur {count}
        </strong>{' '}
        – {entry.sentence}
      </p>
      <p>
        <small>
          Vrai le <When at={entry.occurredAt} /> · appris le {instantLong(entry.recordedAt, timezone)} ·
          événement n°&nbsp;
          {entry.ordinal}
        </small>
      </p>
    </div>
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
        <RoomDrawn board={board} members={members} />
        {ballot !== undefined && (
          <RoomBallot ballot={ballot} voting={voting} affair={affair} members={members} />
        )}
      </div>
      <QuorumView quorum={now.quorum} />
    </>
  );
}

type Step = -1 | 1 | 'first' | 'last';
const KEYS: Readonly<Record<string, Step>> = { ArrowLeft: -1, ArrowRight: 1, Home: 'first', End: 'last' };

/** The arrows anywhere on the page, but where they have a meaning of their own. */
function useArrows(go: (step: Step) => void): void {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = KEYS[event.key];
      const isElsewhere =
        event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
      if (step === undefined || isElsewhere || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      latest.current(step);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

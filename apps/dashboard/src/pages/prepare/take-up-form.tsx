import type { SearchHit, SessionBoard } from '@registre/projections';
import { useState } from 'react';
import type { SearchFilter } from '../../api/client';
import { useSearch } from '../../api/queries';
import { CommandForm } from '../../commands/command-form';
import { ChoiceField, CountField, countIn } from '../../ui/field';
import { Loaded } from '../../ui/loaded';
import { dateLong } from '../../wording/dates';
import { nextOrder } from './next-order';

interface Props {
  readonly authority: string;
  readonly board: SessionBoard;
  readonly done: () => void;
}

const PUT_OFF: SearchFilter = {
  q: null,
  body: null,
  from: null,
  until: null,
  outcome: 'postponed',
  member: null,
  memberAs: null,
  classification: null,
  amountFrom: null,
  amountUntil: null,
};

/** Puts on the agenda what an earlier séance of the same body put off: it keeps its report, its annexes and its number. */
export function TakeUpForm(props: Props) {
  const { authority, board } = props;
  const body = board.state.convened?.body ?? null;
  const query = useSearch(authority, { ...PUT_OFF, body }, body !== null);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  return (
    <Loaded query={query} what="des affaires reportées" part>
      {({ items }) => (
        <>
          <Choice {...props} putOff={items.filter(({ session }) => session !== board.session)} />
          {hasNextPage && (
            <button
              type="button"
              className="button"
              disabled={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              Proposer aussi de plus anciennes
            </button>
          )}
        </>
      )}
    </Loaded>
  );
}

function Choice({ authority, board, done, putOff }: Props & { readonly putOff: readonly SearchHit[] }) {
  const { session, state } = board;
  const [chosen, choose] = useState('');
  const [order, setOrder] = useState(() => String(nextOrder(state)));
  if (putOff.length === 0) return <p>Aucune affaire reportée par une séance de cette instance n’attend.</p>;
  const hit = putOff.find(({ affair }) => affair === chosen);
  return (
    <CommandForm
      authority={authority}
      name={`reprise.${session}`}
      revision={null}
      action="Reprendre"
      intent={() => ({
        path: ['sessions', session, 'affairs'],
        body: { affair: chosen || null, subject: hit?.subject ?? '', order: countIn(order) },
        label: 'la reprise de l’affaire',
      })}
      onRecorded={done}
      onCancel={done}
    >
      <ChoiceField
        label="Affaire"
        hint={`${hit === undefined ? '' : `Reportée le ${dateLong(hit.date)}. `}Elle garde son rapport, ses annexes et son numéro.`}
        name="affair"
        unknown="Choisir…"
        value={chosen}
        choices={putOff.map((one) => ({ value: one.affair, label: labelOf(one) }))}
        onChange={choose}
      />
      <CountField
        label="Point"
        hint="Vide si l’ordre n’est pas connu."
        name="order"
        value={order}
        onChange={setOrder}
      />
    </CommandForm>
  );
}

const labelOf = ({ number, subject }: SearchHit): string =>
  number === null ? subject : `${number}, ${subject}`;

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { conductAddress } from '../../addresses';
import { useDraft } from '../../commands/draft';
import { DespiteFields, despiteOf, rulesIn, type Why } from '../../commands/despite-fields';
import { convene, type Convening } from '../prepare/convene';
import { Card } from '../../ui/card';
import { DayField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { ProblemDetails } from '../../ui/problem-details';
import { useSeance } from './seance';
import styles from './conduct.module.css';

const EMPTY = { date: '', convenedOn: '' };

/** The séance could not sit: the assembly is convened again for the same questions, and needs no quorum then (L2121-17). */
export function SecondConvocation() {
  const { state, may } = useSeance();
  return (
    <Card title="La séance ne s’est pas tenue, faute de quorum">
      {may('POST /api/v1/:authority/sessions') && state.convened !== null && <ConveneAgain />}
    </Card>
  );
}

/** What is typed of the second convocation, and its sending. */
function useConveneAgain() {
  const { authority, board, state } = useSeance();
  const [, navigate] = useLocation();
  const [draft, change, discard] = useDraft(`seconde.${board.session}`, EMPTY);
  const [why, setWhy] = useState<Why>({});
  const { mutate, error, isPending } = useMutation({
    mutationFn: (convening: Convening) => convene(authority, convening),
    onSuccess: (id) => {
      discard();
      navigate(conductAddress(authority, id));
    },
  });
  const { convened, bodyAtSession, affairs } = state;
  const despite = error?.kind === 'irregular' ? despiteOf(error.reasons, why) : [];
  const ready = !isPending && draft.date !== '' && despite !== null;
  const send = () => {
    if (!ready || convened === null) return;
    mutate({
      body: convened.body,
      date: draft.date,
      convenedOn: draft.convenedOn || null,
      kind: convened.kind,
      public: convened.public,
      urgency: null,
      place: convened.place,
      inOffice: bodyAtSession?.inOffice ?? null,
      secondConvocationOf: convened.date,
      subjects: affairs.map(({ subject }) => subject),
      despite,
    });
  };
  return { draft, change, why, setWhy, error, ready, send };
}

function ConveneAgain() {
  const { draft, change, why, setWhy, error, ready, send } = useConveneAgain();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>
        L’assemblée peut être convoquée de nouveau sur les mêmes questions. Elle délibère alors sans condition
        de quorum.
      </p>
      <div className={styles.cells}>
        <DayField
          label="Date de la séance"
          name="date"
          value={draft.date}
          onChange={(date) => change({ ...draft, date })}
        />
        <DayField
          label="Seconde convocation envoyée le"
          name="convenedOn"
          value={draft.convenedOn}
          onChange={(convenedOn) => change({ ...draft, convenedOn })}
        />
      </div>
      {error !== null && (
        <Notice tone="bad" title={error.title} alert>
          <ProblemDetails problem={error} />
        </Notice>
      )}
      {error?.kind === 'irregular' && rulesIn(error.reasons).length > 0 && (
        <DespiteFields reasons={error.reasons} why={why} onChange={setWhy} />
      )}
      <div>
        <button type="submit" className="button button-main" aria-disabled={!ready}>
          Convoquer à nouveau
        </button>
      </div>
    </form>
  );
}

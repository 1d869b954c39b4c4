import type { BodyView } from '@registre/projections';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { preparationAddress } from '../../addresses';
import { DespiteFields, despiteOf, type Why } from '../../commands/despite-fields';
import { useDraft } from '../../commands/draft';
import { FaultsContext } from '../../ui/faults';
import { countIn } from '../../ui/field';
import form from '../../ui/form.module.css';
import { Notice } from '../../ui/notice';
import { ProblemDetails } from '../../ui/problem-details';
import { convene, type Convening } from './convene';
import { ConveneFields, NEW_SESSION, type SessionDraft } from './convene-fields';
import styles from './convene-page.module.css';

interface Props {
  readonly authority: string;
  readonly bodies: readonly BodyView[];
}

export function ConveneForm({ authority, bodies }: Props) {
  const [, navigate] = useLocation();
  const [draft, change, discard] = useDraft<SessionDraft>(`nouvelle.${authority}`, NEW_SESSION);
  const [why, setWhy] = useState<Why>({});
  const { mutate, error, isPending } = useMutation({
    mutationFn: (convening: Convening) => convene(authority, convening),
    onSuccess: (id) => {
      discard();
      navigate(preparationAddress(authority, id));
    },
  });
  const body = draft.body || (bodies[0]?.key ?? '');
  const irregular = error?.kind === 'irregular' ? error.reasons : [];
  const despite = despiteOf(irregular, why);
  const submit = () => {
    if (!isPending && despite !== null) mutate(conveningOf({ ...draft, body }, despite));
  };
  return (
    <form
      noValidate
      className={`${form.form} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FaultsContext value={error?.reasons ?? []}>
        <ConveneFields authority={authority} bodies={bodies} draft={{ ...draft, body }} change={change} />
      </FaultsContext>
      {error !== null && (
        <Notice tone="bad" title={error.title} alert>
          <ProblemDetails problem={error} />
        </Notice>
      )}
      <DespiteFields reasons={irregular} why={why} onChange={setWhy} />
      <div>
        <button type="submit" className="button button-main" aria-disabled={isPending || despite === null}>
          {isPending ? 'Enregistrement…' : irregular.length > 0 ? 'Convoquer malgré la règle' : 'Convoquer'}
        </button>
      </div>
    </form>
  );
}

const conveningOf = (draft: SessionDraft, despite: Convening['despite']): Convening => ({
  body: draft.body,
  date: draft.date,
  convenedOn: draft.convenedOn || null,
  kind: draft.kind || null,
  public: draft.open === '' ? null : draft.open === 'yes',
  place: draft.place.trim() || null,
  inOffice: countIn(draft.inOffice),
  secondConvocationOf: draft.first || null,
  urgency: draft.urgent ? { reason: draft.urgency.trim() || null } : null,
  subjects: draft.subjects.split('\n').flatMap((line) => line.trim() || []),
  despite,
});

import type { AuthorityView } from '@registre/projections';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { conductAddress } from '../addresses';
import { useAuthority } from '../api/queries';
import { useDraft } from '../commands/draft';
import { Page } from '../shell/page';
import { Card } from '../ui/card';
import { CountField, countIn, Field, TextField } from '../ui/field';
import { Loaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { PageHead } from '../ui/page-head';
import { ProblemDetails } from '../ui/problem-details';
import { convene, type Convening } from './convene';
import styles from './convene-page.module.css';

/** Convenes a séance with its agenda. */
export default function ConvenePage({ authority }: { readonly authority: string }) {
  const described = useAuthority(authority);
  return (
    <Page title="Convoquer une séance" authority={authority} freshness={described.data?.freshness}>
      <Loaded query={described} what="de la collectivité">
        {(view) => (
          <>
            <PageHead title="Convoquer une séance" />
            <Card title="La séance et son ordre du jour">
              <ConveneForm authority={authority} view={view} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const EMPTY = { body: '', date: '', convenedOn: '', place: '', inOffice: '', subjects: '' };
type Draft = typeof EMPTY;

function ConveneForm({ authority, view }: { readonly authority: string; readonly view: AuthorityView }) {
  const [, navigate] = useLocation();
  const [draft, change, discard] = useDraft<Draft>(`nouvelle.${authority}`, EMPTY);
  const [reason, setReason] = useState('');
  const { mutate, error, isPending } = useMutation({
    mutationFn: (convening: Convening) => convene(authority, convening),
    onSuccess: (id) => {
      discard();
      navigate(conductAddress(authority, id));
    },
  });
  const body = draft.body || (view.bodies[0]?.key ?? '');
  const rules = error?.kind === 'irregular' ? [...new Set(error.reasons.map(({ rule }) => rule))] : [];
  const submit = () =>
    mutate({
      body,
      date: draft.date,
      convenedOn: draft.convenedOn || null,
      place: draft.place.trim() || null,
      inOffice: countIn(draft.inOffice),
      subjects: draft.subjects.split('\n').flatMap((line) => line.trim() || []),
      despite: reason.trim().length < 3 ? [] : rules.map((rule) => ({ rule, reason: reason.trim() })),
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending && draft.date !== '') submit();
      }}
    >
      <Facts draft={{ ...draft, body }} change={change} bodies={view.bodies} />
      {error !== null && (
        <Notice tone="bad" title={error.title} alert>
          <ProblemDetails problem={error} />
          {rules.length > 0 && (
            <TextField label="Motif pour enregistrer malgré la règle" value={reason} onChange={setReason} />
          )}
        </Notice>
      )}
      <div>
        <button type="submit" className="button button-main" aria-disabled={isPending}>
          {isPending ? 'Enregistrement…' : 'Convoquer'}
        </button>
      </div>
    </form>
  );
}

interface FactsProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly bodies: AuthorityView['bodies'];
}

function Facts({ draft, change, bodies }: FactsProps) {
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  const day = (label: string, name: 'date' | 'convenedOn') => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          required={name === 'date'}
          value={draft[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className={styles.cells}>
        <Field label="Instance">
          {(control) => (
            <select {...control} value={draft.body} onChange={(event) => set({ body: event.target.value })}>
              {bodies.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {day('Date de la séance', 'date')}
        {day('Convocation envoyée le', 'convenedOn')}
        <CountField
          label="Membres en exercice"
          value={draft.inOffice}
          onChange={(inOffice) => set({ inOffice })}
        />
        <TextField label="Lieu" value={draft.place} onChange={(place) => set({ place })} />
      </div>
      <TextField
        label="Ordre du jour"
        hint="Une affaire par ligne, dans l’ordre."
        rows={8}
        value={draft.subjects}
        onChange={(subjects) => set({ subjects })}
      />
    </>
  );
}

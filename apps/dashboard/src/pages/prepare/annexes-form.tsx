import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { annexAddress } from '../../api/client';
import { uploadAnnex } from '../../api/upload';
import { useShown } from '../../commands/shown';
import { FaultsContext } from '../../ui/faults';
import { Field, TextField } from '../../ui/field';
import form from '../../ui/form.module.css';
import { Notice } from '../../ui/notice';
import { ProblemDetails } from '../../ui/problem-details';
import { Unknown } from '../../ui/unknown';
import { sizeInKilobytes } from '../../wording/amounts';
import type { FormOfPaper } from './of-paper';

/** The annexes of an affair, and one more. */
export function AnnexesForm(of: FormOfPaper) {
  const { paper, done } = of;
  return (
    <>
      <p>{paper.subject}</p>
      <AnnexList {...of} />
      <UploadForm {...of} />
      <button type="button" className="button" onClick={done}>
        Fermer
      </button>
    </>
  );
}

function AnnexList({ authority, session, paper: { affair, annexes } }: FormOfPaper) {
  if (annexes === null) return <Unknown />;
  if (annexes.length === 0) return <p>Aucune annexe.</p>;
  return (
    <ul>
      {annexes.map(({ title, file }, place) => (
        <li key={place}>
          {file === null ? (
            <>
              {title} <Unknown>fichier non déposé</Unknown>
            </>
          ) : (
            <>
              <a href={annexAddress(authority, session, affair, place + 1)}>{title}</a>{' '}
              <small>{sizeInKilobytes(file.size)}</small>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is sent, under one key until it is attached. */
interface Sending {
  readonly title: string;
  readonly file: File | null;
  readonly key: string;
}

const nothing = (): Sending => ({ title: '', file: null, key: crypto.randomUUID() });

function UploadForm({ authority, session, paper: { affair } }: FormOfPaper) {
  const show = useShown(authority);
  const [sending, change] = useState(nothing);
  const [share, setShare] = useState(0);
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: ({ file, ...upload }: Sending & { readonly file: File }) =>
      uploadAnnex({ authority, session, affair, file, ...upload, onProgress: setShare }),
    onSuccess: async (recorded) => {
      await show(recorded);
      change(nothing());
    },
  });
  const { file } = sending;
  return (
    <form
      noValidate
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending && file !== null) mutate({ ...sending, file });
      }}
    >
      <FaultsContext value={error?.reasons ?? []}>
        <UploadFields sending={sending} change={change} />
      </FaultsContext>
      {isPending && <Progress share={share} />}
      {error !== null && (
        <Notice tone="bad" title={`Non annexé\u00a0: ${error.title}`} alert>
          <ProblemDetails problem={error} />
        </Notice>
      )}
      {isSuccess && !isPending && (
        <p role="status" className={form.said}>
          L’annexe est enregistrée.
        </p>
      )}
      <div>
        <button type="submit" className="button button-main" aria-disabled={isPending || file === null}>
          {isPending ? 'Envoi…' : 'Annexer'}
        </button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly sending: Sending;
  readonly change: (next: Sending) => void;
}

function UploadFields({ sending, change }: FieldsProps) {
  const choose = (file: File | null) =>
    change({ ...sending, file, title: sending.title || (file?.name.replace(/\.[^.]+$/, '') ?? '') });
  return (
    <>
      <Field
        key={sending.key}
        label="Fichier à annexer"
        hint="PDF, image, document bureautique ou texte."
        name="file"
      >
        {(control) => (
          <input {...control} type="file" onChange={({ target }) => choose(target.files?.[0] ?? null)} />
        )}
      </Field>
      <TextField
        label="Titre de l’annexe"
        name="title"
        required
        value={sending.title}
        onChange={(title) => change({ ...sending, title })}
      />
    </>
  );
}

function Progress({ share }: { readonly share: number }) {
  const percent = Math.round(share * 100);
  return (
    <p>
      <progress max={100} value={percent} aria-label="Envoi du fichier" /> {percent}&nbsp;%
    </p>
  );
}

import { useState } from 'react';
import { useMay } from '../../api/may';
import { CommandForm } from '../../commands/command-form';
import { useDraft } from '../../commands/draft';
import { Card } from '../../ui/card';
import { Dialog } from '../../ui/dialog';
import { Field, TextField } from '../../ui/field';
import type { FormOfBody, OfBody } from './of-body';
import styles from './template-card.module.css';

/** How the extracts of this body are laid out: the template in force, and another to come. */
export function TemplateCard({ authority, body }: OfBody) {
  const mayAdopt = useMay(authority, 'POST /api/v1/:authority/bodies/:body/template', body.key);
  const [asked, ask] = useState(false);
  const done = () => ask(false);
  return (
    <Card
      title="Modèle d’extrait"
      id="modele"
      aside={
        mayAdopt && (
          <button type="button" className="button" onClick={() => ask(true)}>
            Adopter un modèle…
          </button>
        )
      }
    >
      {body.template === null ? (
        <p>Aucun modèle n’est adopté&nbsp;: sans lui, aucun extrait ne peut être certifié.</p>
      ) : (
        <>
          <p>
            {body.template.name}
            <br />
            <small>
              Empreinte SHA-256&nbsp;: <code>{body.template.sha256}</code>
            </small>
          </p>
          <details className={styles.text}>
            <summary>Lire le modèle</summary>
            <pre role="region" tabIndex={0} aria-label="Texte du modèle">
              {body.templateText}
            </pre>
          </details>
        </>
      )}
      <Dialog open={asked} title="Adopter un modèle d’extrait" onClose={done}>
        <TemplateForm authority={authority} body={body} done={done} />
      </Dialog>
    </Card>
  );
}

function TemplateForm({ authority, body, done }: FormOfBody) {
  const name = `modele.${authority}.${body.key}`;
  const [draft, change, discard] = useDraft(name, { name: '', text: '' });
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await file.text();
    change((before) => ({ name: before.name || file.name.replace(/\.[a-z]+$/, ''), text }));
  };
  return (
    <CommandForm
      authority={authority}
      name={name}
      revision={body.revision}
      action="Adopter"
      intent={() => ({
        path: ['bodies', body.key, 'template'],
        body: { name: draft.name.trim(), text: draft.text },
        label: 'le modèle d’extrait',
      })}
      onRecorded={() => {
        discard();
        done();
      }}
      onCancel={done}
    >
      <p>
        Un modèle est un texte Liquid. Il est essayé sur des actes inventés avant d’être adopté&nbsp;; ce qui
        ne convient pas est dit ligne par ligne. Les extraits déjà certifiés ne changent pas.
      </p>
      <Field label="Choisir un fichier">
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".liquid,.txt,text/plain"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        )}
      </Field>
      <TextField
        label="Nom du modèle"
        name="name"
        required
        value={draft.name}
        onChange={(value) => change({ ...draft, name: value })}
      />
      <TextField
        label="Texte du modèle"
        name="text"
        required
        rows={10}
        value={draft.text}
        onChange={(text) => change({ ...draft, text })}
      />
    </CommandForm>
  );
}

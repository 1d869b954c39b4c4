import type { ContentKind } from '@registre/deliberation';
import { useState } from 'react';
import { CommandForm } from '../commands/command-form';
import { ChoiceField, TextField } from '../ui/field';
import { sizeInKilobytes } from '../wording/amounts';
import { pathOf, type FormOfAct } from './of-act';

const KINDS: { readonly [kind in ContentKind]: string } = {
  report: 'Texte du rapport',
  annex: 'Annexe',
  extract: 'Extrait certifié',
};

/** A content is taken out of the store for ever; that it was there, and by which order it went, stays known. */
export function EraseForm({ dossier, done }: FormOfAct) {
  const { contents, erasures, annexes } = dossier;
  const [content, setContent] = useState('');
  const [basis, setBasis] = useState('');
  const erased = new Set(erasures.map((one) => one.content));
  const there = contents.filter(({ file }) => !erased.has(file.id));
  const titleOf = (id: string) => annexes?.find(({ file }) => file?.id === id)?.title;
  return (
    <CommandForm
      authority={dossier.authority.key}
      name={`effacement.${dossier.affair}`}
      revision={dossier.revision}
      action="Effacer définitivement"
      intent={() => ({
        path: pathOf(dossier, 'erasures'),
        body: {
          what: there.find(({ file }) => file.id === content)?.what ?? '',
          content: content || null,
          basis: basis.trim(),
        },
        label: 'l’effacement',
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>Le contenu ne pourra plus être lu par personne. Le fait de l’effacement et son fondement restent.</p>
      <ChoiceField
        label="Contenu"
        name="what"
        value={content}
        choices={there.map(({ what, file }) => ({
          value: file.id,
          label: `${titleOf(file.id) ?? KINDS[what]} (${sizeInKilobytes(file.size)})`,
        }))}
        unknown="Choisir…"
        onChange={setContent}
      />
      <TextField
        label="Fondement"
        hint="Le texte de loi, ou la décision, qui le demande."
        name="basis"
        required
        value={basis}
        onChange={setBasis}
      />
    </CommandForm>
  );
}

import type { FateKind } from '@registre/deliberation';
import { useState } from 'react';
import { CommandForm } from '../commands/command-form';
import { ChoiceField, CountField, countIn, DayField, TextField } from '../ui/field';
import form from '../ui/form.module.css';
import { CELLS, cellWording } from '../wording/ballots';
import { fateWording } from '../wording/fates';
import { pathOf, todayFor, type FormOfAct } from './of-act';

const KINDS = (
  ['material-error', 'rectified', 'vote-rectified', 'withdrawn', 'repealed', 'replaced', 'annulled'] as const
).map((value: FateKind) => ({ value, label: fateWording(value) }));

const BEGUN = {
  kind: 'withdrawn' as FateKind | '',
  effectiveFrom: '',
  byNumber: '',
  by: '',
  note: '',
  for: '',
  against: '',
  abstentions: '',
  notTakingPart: '',
};
type Draft = typeof BEGUN & { readonly on: string };

/** What became of an act later; the act itself stays as it was decided. */
export function FateForm({ dossier, done }: FormOfAct) {
  const [draft, change] = useState<Draft>(() => ({ ...BEGUN, on: todayFor(dossier) }));
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  return (
    <CommandForm
      authority={dossier.authority.key}
      name={`suite.${dossier.affair}`}
      revision={dossier.revision}
      action="Enregistrer"
      intent={() => ({
        path: pathOf(dossier, 'fates'),
        body: fateIn(draft),
        label: draft.kind === '' ? 'la suite' : fateWording(draft.kind).toLowerCase(),
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>L’acte tel qu’il a été décidé reste lisible, et cette suite paraît avant lui.</p>
      <ChoiceField
        label="Suite"
        name="kind"
        value={draft.kind}
        choices={KINDS}
        onChange={(kind) => set({ kind })}
      />
      {draft.kind === 'vote-rectified' && (
        <div className={form.cells}>
          {CELLS.map((cell) => (
            <CountField
              key={cell}
              label={cellWording(cell)}
              name={`counts.${cell}`}
              value={draft[cell]}
              onChange={(count) => set({ [cell]: count })}
            />
          ))}
        </div>
      )}
      <LaterFields draft={draft} set={set} />
    </CommandForm>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

function LaterFields({ draft, set }: FieldsProps) {
  return (
    <>
      <div className={form.cells}>
        <DayField
          label="Date de l’acte ou du jugement"
          name="on"
          value={draft.on}
          onChange={(on) => set({ on })}
        />
        <DayField
          label="Avec effet du"
          hint="Si c’est un autre jour."
          name="effectiveFrom"
          value={draft.effectiveFrom}
          onChange={(effectiveFrom) => set({ effectiveFrom })}
        />
        <TextField
          label="Par qui"
          hint="Le juge, pour une annulation."
          name="by"
          value={draft.by}
          onChange={(by) => set({ by })}
        />
        <TextField
          label="Numéro de l’acte qui en décide"
          name="byNumber"
          value={draft.byNumber}
          onChange={(byNumber) => set({ byNumber })}
        />
      </div>
      <TextField label="Note" name="note" rows={3} value={draft.note} onChange={(note) => set({ note })} />
    </>
  );
}

const fateIn = ({ kind, on, effectiveFrom, byNumber, by, note, ...counts }: Draft) => ({
  kind,
  on: on || null,
  effectiveFrom: effectiveFrom || null,
  byNumber: byNumber.trim() || null,
  byAffair: null,
  by: by.trim() || null,
  note: note.trim() || null,
  ...(kind === 'vote-rectified'
    ? { counts: Object.fromEntries(CELLS.map((cell) => [cell, countIn(counts[cell])])) }
    : {}),
});

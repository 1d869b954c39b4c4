import { CommandForm } from '../../commands/command-form';
import { useDraft } from '../../commands/draft';
import { DataTable, type Column } from '../../ui/data-table';
import { DayField, TextField } from '../../ui/field';
import { plural } from '../../wording/amounts';
import type { FormOfBody } from './of-body';
import { membersIn, type PastedMember } from './pasted';

const EMPTY = { text: '', from: '' };

const COLUMNS: readonly Column<PastedMember>[] = [
  { header: 'Nom', names: true, cell: ({ familyName }) => familyName },
  { header: 'Prénom', cell: ({ givenName }) => givenName ?? '–' },
  { header: 'Fonction', cell: ({ office }) => office ?? '–' },
  { header: 'Groupe', cell: ({ group }) => group ?? '–' },
];

/** Seats all the members of a pasted list at once, once they are read as they should be. */
export function PasteForm({ authority, body, done }: FormOfBody) {
  const name = `liste.${authority}.${body.key}`;
  const [draft, change, discard] = useDraft(name, EMPTY);
  const members = membersIn(draft.text, [...body.seats.map(({ ref }) => ref), ...Object.keys(body.merged)]);
  return (
    <CommandForm
      authority={authority}
      name={name}
      revision={body.revision}
      action={members.length === 0 ? 'Enregistrer' : `Enregistrer ${plural(members.length, 'membre')}`}
      intent={() => ({
        path: ['bodies', body.key, 'members'],
        body: { members: members.map((one) => ({ ...one, mandateFrom: draft.from || null })) },
        label: plural(members.length, 'membre'),
      })}
      onRecorded={() => {
        discard();
        done();
      }}
      onCancel={done}
    >
      <TextField
        label="Liste"
        hint="Une personne par ligne, «&nbsp;NOM Prénom&nbsp;»&nbsp;; fonction et groupe peuvent suivre, séparés par un point-virgule ou une tabulation."
        name="members"
        rows={8}
        value={draft.text}
        onChange={(text) => change({ ...draft, text })}
      />
      <DayField
        label="Mandat de toutes depuis le"
        hint="Vide si cela n’est pas connu."
        value={draft.from}
        onChange={(from) => change({ ...draft, from })}
      />
      {members.length > 0 && (
        <DataTable
          caption={`Lu\u00a0: ${plural(members.length, 'membre')}`}
          small
          columns={COLUMNS}
          rows={members}
          keyOf={({ ref }) => ref}
        />
      )}
    </CommandForm>
  );
}

import { useState } from 'react';
import { CommandForm } from '../../commands/command-form';
import { TextField } from '../../ui/field';
import type { FormOfPaper } from './of-paper';

/** Puts off what a séance without quorum was to deal with. */
export function PostponeForm({ authority, session, paper, done }: FormOfPaper) {
  const [reason, setReason] = useState('');
  return (
    <CommandForm
      authority={authority}
      name={`report.${paper.affair}`}
      revision={null}
      action="Reporter"
      intent={() => ({
        path: ['sessions', session, 'affairs', paper.affair, 'postponement'],
        body: { reason: reason.trim() || null },
        label: 'le report de l’affaire',
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>{paper.subject}</p>
      <TextField label="Motif (facultatif)" name="reason" value={reason} onChange={setReason} />
    </CommandForm>
  );
}

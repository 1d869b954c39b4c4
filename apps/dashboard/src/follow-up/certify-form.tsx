import { useState } from 'react';
import { extractAddress } from '../api/client';
import { CommandForm } from '../commands/command-form';
import { DayField, TextField } from '../ui/field';
import { MemberPicker } from '../ui/member-picker';
import { membersIn, pathOf, todayFor, type FormOfAct } from './of-act';

/** The extract is certified, once and for ever. */
export function CertifyForm({ dossier, done }: FormOfAct) {
  const { authority, affair, members } = dossier;
  const [formula, setFormula] = useState('Pour extrait conforme');
  const [member, setMember] = useState<string | null>(null);
  const [office, setOffice] = useState('');
  const [on, setOn] = useState(() => todayFor(dossier));
  const choose = (ref: string | null) => {
    setMember(ref);
    if (ref !== null) setOffice((before) => before || (members[ref]?.office ?? ''));
  };
  return (
    <CommandForm
      authority={authority.key}
      name={`extrait.${affair}`}
      revision={dossier.revision}
      action="Certifier définitivement"
      intent={() => ({
        path: pathOf(dossier, 'extract'),
        body: {
          formula: formula.trim() || null,
          signatory: { member, office: office.trim() || null },
          certifiedOn: on || null,
        },
        label: 'la certification de l’extrait',
      })}
      onRecorded={done}
      onCancel={done}
    >
      <p>
        Le texte est alors figé, octet par octet&nbsp;: il ne changera plus.{' '}
        <a href={extractAddress(authority.key, affair, 'text')} target="_blank" rel="noreferrer">
          Relire le projet
        </a>
      </p>
      <MemberPicker
        label="Signataire"
        name="signatory.member"
        members={membersIn(dossier)}
        value={member}
        onChange={choose}
      />
      <TextField label="Qualité" name="signatory.office" value={office} onChange={setOffice} />
      <TextField label="Formule" name="formula" value={formula} onChange={setFormula} />
      <DayField label="Certifié le" name="certifiedOn" value={on} onChange={setOn} />
    </CommandForm>
  );
}

import type { AffairDossier } from '@registre/projections';
import { useId, useRef, useState } from 'react';
import { actAddress, numberAddress } from '../../addresses';
import { dateMedium } from '../../wording/dates';
import { subjectOf } from './act-title';
import styles from './act-citation.module.css';

/** How the act is quoted: its reference in words, and its addresses, which do not change. */
export function ActCitation({ dossier }: { readonly dossier: AffairDossier }) {
  const { authority, affair, number, bodyName, date } = dossier;
  const link = location.origin + actAddress(authority.key, affair);
  const named = number === null ? 'délibération' : `délibération n°\u00a0${number}`;
  const reference = `${authority.name}, ${bodyName}, ${named} du ${dateMedium(date)}, «\u00a0${subjectOf(dossier)}\u00a0», ${link}`;
  return (
    <details className={styles.citation}>
      <summary>Citer cette délibération</summary>
      <div className={styles.lines}>
        <Copied label="Référence" text={reference} />
        <Copied label="Lien stable" text={link} />
        {number !== null && (
          <Copied label="Lien par le numéro" text={location.origin + numberAddress(authority.key, number)} />
        )}
      </div>
    </details>
  );
}

function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState('');
  const copy = async () => {
    field.current?.select();
    // Browsers let a page write to the clipboard over https only; what is selected can be copied by hand.
    const done = await (
      navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    ).then(
      () => true,
      () => false,
    );
    setTold(done ? 'Copié.' : 'Sélectionné\u00a0: copiez par Ctrl+C.');
  };
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{label}</label>
      <input id={id} ref={field} readOnly value={text} onFocus={(event) => event.target.select()} />
      <button
        type="button"
        className="button"
        aria-label={`Copier\u00a0: ${label}`}
        onClick={() => void copy()}
      >
        Copier
      </button>
      <span role="status" className={styles.told}>
        {told}
      </span>
    </div>
  );
}

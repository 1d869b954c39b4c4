import type { AffairDossier } from '@registre/projections';
import { extractAddress } from '../../api/client';
import { OfToday } from '../../past/of-today';
import { Card } from '../../ui/card';
import { Facts } from '../../ui/facts';
import { dateMedium, instantLong } from '../../wording/dates';
import { nameOf } from '../../wording/members';
import styles from './act-extract.module.css';
import { extractable } from './extractable';

/** The extract: certified and frozen, or a draft. */
export function ActExtract({ dossier }: { readonly dossier: AffairDossier }) {
  const { extract, authority, affair } = dossier;
  if (!extractable(dossier)) {
    return (
      <Card title="Extrait du registre" id="extrait">
        <p>Aucun&nbsp;: un extrait se fait d’une affaire décidée, une fois la séance close.</p>
      </Card>
    );
  }
  return (
    <Card title="Extrait du registre" id="extrait">
      {extract === null ? <Draft /> : <Certified dossier={dossier} extract={extract} />}
      <OfToday />
      <p className={`${styles.links} not-on-paper`}>
        <a href={extractAddress(authority.key, affair, 'text')} className="button">
          Lire l’extrait
        </a>
        <a href={extractAddress(authority.key, affair, 'json')}>Données (JSON)</a>
      </p>
    </Card>
  );
}

function Draft() {
  return (
    <p className={styles.draft}>
      <strong>PROJET – non certifié</strong>
      <br />
      <small>Le texte peut encore changer.</small>
    </p>
  );
}

interface CertifiedProps {
  readonly dossier: AffairDossier;
  readonly extract: NonNullable<AffairDossier['extract']>;
}

function Certified({ dossier, extract }: CertifiedProps) {
  const { signatory, certifiedOn, certifiedAt, formula } = extract;
  return (
    <Facts
      facts={[
        { name: 'Certifié par', value: signatory.member && nameOf(dossier.members, signatory.member) },
        { name: 'Qualité', value: signatory.office },
        { name: 'Attributions', value: signatory.remit && signatory.remit.join(', ') },
        { name: 'Formule', value: formula },
        { name: 'Certifié le', value: certifiedOn && dateMedium(certifiedOn) },
        { name: 'Figé au registre', value: instantLong(certifiedAt, dossier.authority.timezone) },
      ]}
    />
  );
}

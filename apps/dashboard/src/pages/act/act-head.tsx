import type { AffairDossier } from '@registre/projections';
import { actAddress, actHistoryAddress, registerAddress, sessionAddress } from '../../addresses';
import { Badge } from '../../ui/badge';
import { Tabs } from '../../ui/tabs';
import { Trail } from '../../ui/trail';
import { Unknown } from '../../ui/unknown';
import { dateLong, dateMedium } from '../../wording/dates';
import { plural } from '../../wording/amounts';
import { endsTheAct, fateWording } from '../../wording/fates';
import { outcomeWording } from '../../wording/outcomes';
import { ActCitation } from './act-citation';
import { extractable } from './extractable';
import { subjectOf } from './act-title';
import styles from './act-head.module.css';

/** What names an act, on each of its faces. */
export function ActHead({ dossier }: { readonly dossier: AffairDossier }) {
  const { affair, session, date, bodyName, agenda, authority, extract, fates, irregularities } = dossier;
  return (
    <>
      <Trail
        steps={[
          { name: 'Délibérations', href: registerAddress(authority.key) },
          { name: `Séance du ${dateMedium(date)}`, href: sessionAddress(authority.key, session) },
        ]}
      />
      <header className={styles.head}>
        <p className={styles.number}>{numberOf(dossier)}</p>
        <h1>{subjectOf(dossier)}</h1>
        <p className={styles.line}>
          {agenda.outcome === null ? (
            <Unknown>issue non renseignée</Unknown>
          ) : (
            <Badge tone={outcomeWording(agenda.outcome).tone}>{outcomeWording(agenda.outcome).label}</Badge>
          )}
          {extract !== null && <Badge tone="good">Extrait certifié</Badge>}
          {extract === null && extractable(dossier) && <Badge tone="draft">PROJET – non certifié</Badge>}
          {fates.map(({ kind }, index) => (
            <Badge key={index} tone={endsTheAct(kind) ? 'bad' : 'warning'}>
              {fateWording(kind)}
            </Badge>
          ))}
          {irregularities.length > 0 && (
            <Badge tone="bad">{plural(irregularities.length, 'irrégularité')}</Badge>
          )}
          <span>
            {bodyName}, {dateLong(date)}
          </span>
        </p>
        <ActCitation dossier={dossier} />
      </header>
      <Tabs
        label="Vues de l’acte"
        tabs={[
          { name: 'L’acte', href: actAddress(authority.key, affair) },
          { name: 'Historique', href: actHistoryAddress(authority.key, affair) },
        ]}
      />
    </>
  );
}

function numberOf({ number, agenda }: AffairDossier) {
  const point = agenda.order === null ? null : `point ${agenda.order} de la séance`;
  if (number !== null) return `N°\u00a0${number}${point === null ? '' : ` · ${point}`}`;
  return (
    <>
      Numéro <Unknown />
      {point !== null && ` · ${point}`}
    </>
  );
}

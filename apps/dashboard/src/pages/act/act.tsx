import type { AffairDossier } from '@registre/projections';
import type { Part } from '../../ui/contents';
import { Irregularities } from '../../ui/irregularities';
import { TwoColumns } from '../../ui/two-columns';
import { ActAside } from './act-aside';
import { ActAttachments } from './act-attachments';
import { ActDecision } from './act-decision';
import { ActFates } from './act-fates';
import { ActHead } from './act-head';
import { ActMoney } from './act-money';
import { ActPresence } from './act-presence';
import { ActText } from './act-text';

/** An act: what was decided first, then who was there, then the paper. */
export function Act({ dossier }: { readonly dossier: AffairDossier }) {
  const { irregularities, disagreements, report } = dossier;
  return (
    <TwoColumns
      head={
        <>
          <ActHead dossier={dossier} />
          <ActFates dossier={dossier} />
          <Irregularities irregularities={irregularities} disagreements={disagreements} />
        </>
      }
      parts={partsOf(dossier)}
      aside={<ActAside dossier={dossier} />}
    >
      <ActDecision dossier={dossier} />
      <ActPresence dossier={dossier} />
      <ActText dossier={dossier} />
      <ActMoney report={report} />
      <ActAttachments dossier={dossier} />
    </TwoColumns>
  );
}

function partsOf({ report, agenda }: AffairDossier): readonly Part[] {
  const paper = [
    { id: 'visas', title: 'Visas et considérants' },
    { id: 'dispositif', title: 'Dispositif' },
  ];
  const debate = agenda.debate.length > 0 ? [{ id: 'debat', title: 'Débat' }] : [];
  return [
    { id: 'votes', title: 'Décision et votes' },
    { id: 'presence', title: 'Présence et quorum' },
    ...debate,
    { id: 'rapport', title: 'Rapport' },
    ...(report === null ? [] : [...paper, { id: 'budget', title: 'Budget et subventions' }]),
    { id: 'annexes', title: 'Annexes' },
    { id: 'extrait', title: 'Extrait du registre' },
  ];
}

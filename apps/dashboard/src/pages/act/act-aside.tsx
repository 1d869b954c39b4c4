import type { AffairDossier } from '@registre/projections';
import { Link } from 'wouter';
import { sessionAddress } from '../../addresses';
import { ActFollowUp } from '../../follow-up/act-follow-up';
import { Card } from '../../ui/card';
import { Facts } from '../../ui/facts';
import { When } from '../../ui/when';
import { dateLong, dateMedium } from '../../wording/dates';
import { nameOf } from '../../wording/members';
import { statusWording } from '../../wording/sessions';
import { ActEffect } from './act-effect';
import { ActExtract } from './act-extract';

/** What one looks up beside the act. */
export function ActAside({ dossier }: { readonly dossier: AffairDossier }) {
  return (
    <>
      <ActFollowUp dossier={dossier} />
      <ActExtract dossier={dossier} />
      <ActEffect dossier={dossier} />
      <SessionFacts dossier={dossier} />
      <ReportFacts dossier={dossier} />
    </>
  );
}

function SessionFacts({ dossier }: { readonly dossier: AffairDossier }) {
  const { authority, session, date, agenda, secretaries, members } = dossier;
  const chair = agenda.called?.room.chair ?? null;
  return (
    <Card title="Séance">
      <Facts
        facts={[
          {
            name: 'Séance',
            value: <Link href={sessionAddress(authority.key, session)}>{dateLong(date)}</Link>,
          },
          { name: 'État', value: statusWording(dossier.sessionStatus).label },
          { name: 'Convoquée le', value: dossier.convenedOn && dateMedium(dossier.convenedOn) },
          { name: 'Ouverte', value: dossier.openedAt && <When at={dossier.openedAt} /> },
          { name: 'Affaire appelée', value: agenda.called ? <When at={agenda.called.at} /> : 'non appelée' },
          { name: 'Close', value: dossier.closedAt && <When at={dossier.closedAt} /> },
          ...(agenda.called === null ? [] : [{ name: 'Présidence', value: chair && nameOf(members, chair) }]),
          { name: 'Secrétariat', value: secretaries && namesOf(secretaries, dossier) },
        ]}
      />
    </Card>
  );
}

const namesOf = (refs: readonly string[], { members }: AffairDossier): string =>
  refs.length === 0 ? 'personne' : refs.map((ref) => nameOf(members, ref)).join(', ');

function ReportFacts({ dossier }: { readonly dossier: AffairDossier }) {
  const { report, sheet, alias } = dossier;
  return (
    <Card title="Dossier">
      <Facts
        facts={[
          { name: 'Feuillet', value: sheet },
          { name: 'Rapporteur', value: rapporteurOf(dossier) },
          { name: 'Délégation', value: report?.delegation ?? null },
          { name: 'Classification', value: report?.classification ?? null },
          { name: 'Références', value: referencesOf(dossier) },
          { name: 'Version du rapport', value: report === null ? null : dossier.reportVersion },
          ...(alias === null ? [] : [{ name: 'Importé de', value: <code>{alias}</code> }]),
        ]}
      />
    </Card>
  );
}

function rapporteurOf({ report, members }: AffairDossier) {
  if (report === null || report.rapporteur === null) return null;
  const { member, role } = report.rapporteur;
  const said = [member && nameOf(members, member), role].filter(Boolean);
  return said.length === 0 ? null : said.join(', ');
}

function referencesOf({ report }: AffairDossier) {
  const references = report?.references ?? null;
  if (references === null) return null;
  return references.length === 0
    ? 'aucune'
    : references.map(({ system, id }) => `${system} ${id}`).join(', ');
}

import type { ComponentType } from 'react';
import type { Route } from '../../../api/may';
import { AFFAIR, SESSION } from '../routes';
import type { ActOf, Asked } from './asked';
import { AttendanceForm } from './attendance-form';
import { BallotRequestForm } from './ballot-request-form';
import { ChairForm } from './chair-form';
import { ClosedDoorsForm } from './closed-doors-form';
import { ClosingForm } from './closing-form';
import { CorrectionForm } from './correction-form';
import { DepartureForm } from './departure-form';
import { InstallationForm } from './installation-form';
import { NewAffairForm } from './new-affair-form';
import { PutOffForm } from './put-off-form';
import { QuorumFailureForm } from './quorum-failure-form';
import { RecusalForm } from './recusal-form';
import { ResignationForm } from './resignation-form';
import { RevocationForm } from './revocation-form';
import { SecretaryForm } from './secretary-form';
import { SuspensionForm } from './suspension-form';
import { UrgencyForm } from './urgency-form';
import { VoidingForm } from './voiding-form';

interface Act<A extends Asked['act']> {
  readonly title: string;
  /** Without a right to it the act is not offered. */
  readonly route: Route;
  readonly Form: ComponentType<{ readonly asked: ActOf<A> }>;
}

export const ACTS: { readonly [A in Asked['act']]: Act<A> } = {
  chair: { title: 'Qui préside\u00a0?', route: `POST ${SESSION}/chair`, Form: ChairForm },
  secretary: { title: 'Secrétaire de séance', route: `POST ${SESSION}/secretaries`, Form: SecretaryForm },
  suspension: { title: 'Suspendre la séance', route: `POST ${SESSION}/suspension`, Form: SuspensionForm },
  'closed-doors': { title: 'Huis clos', route: `POST ${SESSION}/closed-doors`, Form: ClosedDoorsForm },
  urgency: { title: 'L’urgence', route: `POST ${SESSION}/urgency`, Form: UrgencyForm },
  installation: {
    title: 'Installer un nouveau membre',
    route: `POST ${SESSION}/installations`,
    Form: InstallationForm,
  },
  'new-affair': { title: 'Ajouter une affaire', route: `POST ${SESSION}/affairs`, Form: NewAffairForm },
  closing: { title: 'Clore la séance', route: `POST ${SESSION}/closing`, Form: ClosingForm },
  'quorum-failure': {
    title: 'Constater l’absence de quorum',
    route: `POST ${SESSION}/quorum-failure`,
    Form: QuorumFailureForm,
  },
  recusal: { title: 'Déport', route: `POST ${AFFAIR}/recusals`, Form: RecusalForm },
  resignation: { title: 'Démission', route: `POST ${SESSION}/resignations`, Form: ResignationForm },
  departure: { title: 'Départ', route: `POST ${SESSION}/departures`, Form: DepartureForm },
  attendance: { title: 'Corriger l’appel', route: `POST ${SESSION}/corrections`, Form: AttendanceForm },
  revocation: {
    title: 'Révoquer un pouvoir',
    route: `POST ${SESSION}/proxies/:giver/revocation`,
    Form: RevocationForm,
  },
  correction: { title: 'Corriger une erreur', route: `POST ${SESSION}/corrections`, Form: CorrectionForm },
  postponement: { title: 'Reporter l’affaire', route: `POST ${AFFAIR}/postponement`, Form: PutOffForm },
  withdrawal: { title: 'Retirer de l’ordre du jour', route: `POST ${AFFAIR}/withdrawal`, Form: PutOffForm },
  'ballot-request': {
    title: 'Demande d’un mode de scrutin',
    route: `POST ${SESSION}/ballot-requests`,
    Form: BallotRequestForm,
  },
  voiding: {
    title: 'Annuler un scrutin',
    route: `POST ${SESSION}/ballots/:ballot/voiding`,
    Form: VoidingForm,
  },
};

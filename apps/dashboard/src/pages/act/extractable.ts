import type { AffairDossier } from '@registre/projections';

/** Only what a closed séance decided or noted is in the register, and an extract can be made of it. */
export function extractable({ sessionStatus, agenda }: AffairDossier): boolean {
  const { outcome } = agenda;
  return (
    sessionStatus === 'closed' && (outcome === 'adopted' || outcome === 'rejected' || outcome === 'noted')
  );
}

import type { Fate } from '@registre/deliberation';
import type { AffairDossier } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress } from '../../addresses';
import { Notice } from '../../ui/notice';
import { dateLong } from '../../wording/dates';
import { endsTheAct, fateWording } from '../../wording/fates';

/** What became of the act, before anything that it says; the act itself stays as it was decided. */
export function ActFates({ dossier }: { readonly dossier: AffairDossier }) {
  return (
    <>
      {dossier.fates.map((fate, index) => (
        <Notice key={index} tone={endsTheAct(fate.kind) ? 'bad' : 'warning'} title={titleOf(fate)}>
          <p>
            {fate.by !== null && <>Par&nbsp;: {fate.by}. </>}
            {fate.byNumber !== null && <>Acte n°&nbsp;{fate.byNumber}. </>}
            {fate.effectiveFrom !== null && <>Avec effet du {dateLong(fate.effectiveFrom)}. </>}
            {fate.note}
          </p>
          {fate.byAffair !== null && (
            <p>
              <Link href={actAddress(dossier.authority.key, fate.byAffair)}>Voir l’acte qui en décide</Link>
              <span className="on-paper">
                {' '}
                ({location.origin + actAddress(dossier.authority.key, fate.byAffair)})
              </span>
            </p>
          )}
          <p>
            <small>Ce qui suit est l’acte tel qu’il a été décidé.</small>
          </p>
        </Notice>
      ))}
      {dossier.erasures.map(({ content, basis }) => (
        <Notice key={content} tone="info" title="Un contenu de cet acte a été effacé">
          <p>Fondement&nbsp;: {basis}</p>
        </Notice>
      ))}
    </>
  );
}

const titleOf = ({ kind, on }: Fate): string =>
  `${fateWording(kind)}${on === null ? ' (date non renseignée)' : ` le ${dateLong(on)}`}`;

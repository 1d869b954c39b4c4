import type { AffairDossier } from '@registre/projections';
import { lazy, Suspense } from 'react';
import type { ActDeed } from '../addresses';
import { useRights, type May } from '../api/may';
import { extractable } from '../pages/act/extractable';
import { Card } from '../ui/card';
import form from '../ui/form.module.css';
import { ACT_DEED_WORDS } from './deeds';
import { useAsked } from './asked';
import { mentionsOf } from './mentions';

const ActDialog = lazy(() => import('./act-dialog'));

/** What is still to be done about an act, for those who may: each opens its form. */
export function ActFollowUp({ dossier }: { readonly dossier: AffairDossier }) {
  const may = useRights(dossier.authority.key, dossier.body);
  const open = openDeeds(dossier, may);
  const { asked, ask, close } = useAsked(open);
  if (open.length === 0) return null;
  return (
    <Card title="Suites à donner" id="suites">
      <div className={form.row}>
        {open.map((deed) => (
          <button key={deed} type="button" className="button" onClick={() => ask(deed)}>
            {ACT_DEED_WORDS[deed]}…
          </button>
        ))}
      </div>
      {asked !== null && (
        <Suspense>
          <ActDialog dossier={dossier} deed={asked} done={() => close(asked)} />
        </Suspense>
      )}
    </Card>
  );
}

function openDeeds(dossier: AffairDossier, may: May): readonly ActDeed[] {
  if (!extractable(dossier)) return [];
  const { extract, transmission, acknowledgement, contents } = dossier;
  const affair = 'POST /api/v1/:authority/sessions/:session/affairs/:affair';
  const deeds: readonly (readonly [boolean, ActDeed])[] = [
    [extract === null && may(`${affair}/extract`), 'certifier'],
    [transmission === null && may(`${affair}/transmission`), 'transmettre'],
    [acknowledgement === null && may(`${affair}/acknowledgement`), 'accuser'],
    [may(`${affair}/publication`), 'publier'],
    [may(`${affair}/fates`), 'suite'],
    [mentionsOf(dossier).length > 0 && may(`${affair}/strikings`), 'rayer'],
    [contents.length > 0 && may(`${affair}/erasures`), 'effacer'],
  ];
  return deeds.flatMap(([is, deed]) => (is ? [deed] : []));
}

import { useState } from 'react';
import { Link } from 'wouter';
import { actAddress } from '../../addresses';
import { useAffairThen } from '../../api/queries';
import { Card } from '../../ui/card';
import { Failure } from '../../ui/failure';
import { Loading } from '../../ui/loading';
import { plural } from '../../wording/amounts';
import { factsOfAct } from './act-facts';
import type { Asked } from './asked';
import { momentName } from './register-compared';
import { SideBySide } from './side-by-side';

interface Props {
  readonly authority: string;
  readonly affair: string;
  readonly asked: Asked;
  readonly timezone: string;
}

/** Before its first event the register had no act: « 0 » names that event of the log. */
const BEGINNING = '0';

/** One act at two moments, fact by fact. */
export function ActCompared({ authority, affair, asked, timezone }: Props) {
  const [whole, setWhole] = useState(false);
  const before = useAffairThen(authority, affair, { known: asked.from ?? BEGINNING, effect: null });
  const after = useAffairThen(authority, affair, { known: asked.until, effect: null });
  const problem = after.error ?? (before.error?.status === 404 ? null : before.error);
  if (problem !== null) {
    return <Failure problem={problem} part retry={() => after.refetch()} retrying={after.isFetching} />;
  }
  if (after.data === undefined || before.isPending) return <Loading what="de l’acte" />;
  const facts = factsOfAct(before.data ?? null, after.data, timezone);
  const different = facts.filter((fact) => fact.before !== fact.after);
  return (
    <Card
      title={after.data.agenda.subject}
      aside={<Link href={actAddress(authority, affair)}>Voir l’acte d’aujourd’hui</Link>}
    >
      <p role="status">
        {different.length === 0
          ? 'Rien ne diffère entre ces deux moments.'
          : `${plural(different.length, 'élément')} ${different.length > 1 ? 'diffèrent' : 'diffère'}.`}
      </p>
      <p>
        <label>
          <input type="checkbox" checked={whole} onChange={(event) => setWhole(event.target.checked)} />{' '}
          Montrer aussi ce qui est pareil
        </label>
      </p>
      {(whole || different.length > 0) && (
        <SideBySide
          caption="L’acte à deux moments"
          before={momentName(asked.from, timezone, 'Avant')}
          after={momentName(asked.until, timezone, 'Aujourd’hui')}
          rows={whole ? facts : different}
        />
      )}
    </Card>
  );
}

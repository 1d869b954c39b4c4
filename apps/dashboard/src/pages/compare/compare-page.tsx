import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { useAuthority } from '../../api/queries';
import { MomentField } from '../../past/moment-field';
import { Page } from '../../shell/page';
import { ChoiceField } from '../../ui/field';
import { Loaded } from '../../ui/loaded';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { ActCompared } from './act-compared';
import type { Asked } from './asked';
import styles from './compare.module.css';
import { RegisterCompared } from './register-compared';

/** Two moments of the register, or of one act, side by side. */
export default function ComparePage({ authority }: { readonly authority: string }) {
  const [search, setSearch] = useSearchParams();
  const described = useAuthority(authority);
  const asked = { from: search.get('du'), until: search.get('au'), body: search.get('instance') };
  const affair = search.get('affaire');
  const name = described.data?.name ?? authority;
  const apply = ({ from, until, body }: Asked) => {
    const said = { affaire: affair, du: from, au: until, instance: body };
    setSearch(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== null));
  };
  return (
    <Page title={`Comparer – ${name}`} authority={authority} freshness={described.data?.freshness}>
      <Loaded query={described} what="de la collectivité">
        {({ bodies, timezone }) => (
          <>
            <PageHead
              title={
                affair === null ? 'Comparer deux moments du registre' : 'Comparer deux moments d’un acte'
              }
            />
            <Panel>
              <Moments
                key={JSON.stringify(asked)}
                asked={asked}
                bodies={affair === null ? bodies : []}
                timezone={timezone}
                onApply={apply}
              />
            </Panel>
            {affair === null ? (
              <RegisterCompared authority={authority} asked={asked} timezone={timezone} />
            ) : (
              <ActCompared authority={authority} affair={affair} asked={asked} timezone={timezone} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface MomentsProps {
  readonly asked: Asked;
  readonly bodies: readonly { readonly key: string; readonly name: string }[];
  readonly timezone: string;
  readonly onApply: (asked: Asked) => void;
}

function Moments({ asked, bodies, timezone, onApply }: MomentsProps) {
  const [{ from, until, body }, setAsked] = useState(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply({ from, until, body });
  };
  return (
    <form onSubmit={submit} className={styles.moments} aria-label="Moments à comparer">
      <MomentField
        label="Tel que connu le"
        hint={'Vide\u00a0: le début du registre'}
        value={from}
        timezone={timezone}
        onChange={(moment) => setAsked({ from: moment, until, body })}
      />
      <MomentField
        label="et tel que connu le"
        hint={'Vide\u00a0: aujourd’hui'}
        value={until}
        timezone={timezone}
        onChange={(moment) => setAsked({ from, until: moment, body })}
      />
      {bodies.length > 1 && (
        <ChoiceField
          label="Instance"
          value={body ?? ''}
          choices={bodies.map(({ key, name }) => ({ value: key, label: name }))}
          unknown="Toutes"
          onChange={(key) => setAsked({ from, until, body: key === '' ? null : key })}
        />
      )}
      <button type="submit" className="button button-main">
        Comparer
      </button>
    </form>
  );
}

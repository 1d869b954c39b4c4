import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { actAddress, searchAddress } from '../../addresses';
import { useAffairsOf } from '../../api/queries';
import { Page } from '../../shell/page';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { ActsOfNumber } from './acts-of-number';

interface Props {
  readonly authority: string;
  /** The authority's own; it may hold slashes. */
  readonly number: string;
}

/** The address of an act by its number: the act, or all that bear that number. */
export default function ActByNumberPage({ authority, number }: Props) {
  const affairs = useAffairsOf(authority, number);
  return (
    <Page title={`Délibération n° ${number}`} authority={authority}>
      <Loaded query={affairs} what="de l’acte">
        {({ items }) => {
          const bearing = items.filter((one) => one.number === number.normalize('NFC'));
          const [only] = bearing;
          if (only !== undefined && bearing.length === 1)
            return <Straight to={actAddress(authority, only.affair)} />;
          return (
            <>
              <PageHead title={`N°\u00a0${number}`} />
              {only === undefined ? (
                <Empty title="Aucune délibération publique ne porte ce numéro">
                  <p>
                    <Link href={`${searchAddress(authority)}?${new URLSearchParams({ q: number })}`}>
                      Chercher ce numéro
                    </Link>
                  </p>
                </Empty>
              ) : (
                <Panel>
                  <ActsOfNumber authority={authority} acts={bearing} />
                </Panel>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** To the act's own address, without a step in between for who goes back. */
function Straight({ to }: { readonly to: string }) {
  const [, navigate] = useLocation();
  useEffect(() => navigate(to, { replace: true }), [navigate, to]);
  return <Loading what="de l’acte" />;
}

import { Redirect } from 'wouter';
import { registerAddress } from '../../addresses';
import { useAuthorities } from '../../api/queries';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { AuthorityList } from './authority-list';
import { Welcome } from './welcome';

export function HomePage() {
  const authorities = useAuthorities();
  return (
    <Page title="Accueil" authority={null}>
      <Loaded query={authorities} what="du registre">
        {({ items }) => {
          const [first] = items;
          if (first === undefined) return <Welcome />;
          if (items.length === 1) return <Redirect to={registerAddress(first.key)} replace />;
          return <AuthorityList authorities={items} />;
        }}
      </Loaded>
    </Page>
  );
}

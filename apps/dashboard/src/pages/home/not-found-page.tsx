import { Link } from 'wouter';
import { Page } from '../../shell/page';

export function NotFoundPage() {
  return (
    <Page title="Page introuvable" authority={null}>
      <h1>Page introuvable</h1>
      <p>Cette adresse ne mène à aucune page du registre.</p>
      <p>
        <Link href="/">Revenir à l’accueil</Link>
      </p>
    </Page>
  );
}

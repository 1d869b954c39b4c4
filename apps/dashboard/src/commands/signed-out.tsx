import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useVisitor } from '../api/queries';
import { HowToEnter } from '../shell/visitor';
import { Notice } from '../ui/notice';

/** Whoever was signed in no longer is: what they asked was not recorded, what they typed is kept. */
export function SignedOut({ label }: { readonly label: string }) {
  const client = useQueryClient();
  const back = useVisitor().data?.actor != null;
  // Who they are was read while they still were: asked again.
  useEffect(() => void client.invalidateQueries({ queryKey: ['visitor'] }), [client]);
  if (back) {
    return (
      <Notice tone="info" title="Vous êtes de nouveau connu du registre" alert>
        <p>N’est pas enregistré&nbsp;: {label}. Votre saisie est gardée&nbsp;: enregistrez-la de nouveau.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title="Votre session a pris fin" alert>
      <p>
        N’est pas enregistré&nbsp;: {label}. Tout ce qui précède l’est. Votre saisie est gardée dans cet
        onglet.
      </p>
      <HowToEnter />
    </Notice>
  );
}

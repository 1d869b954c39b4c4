import { Notice } from '../ui/notice';
import { ProblemDetails } from '../ui/problem-details';
import form from '../ui/form.module.css';
import { Changes } from './changes';
import { SignedOut } from './signed-out';
import type { Commands } from './commands';

/** In a form: whether what it sent was recorded, and if not, why; brought into sight, however long the form. */
export function FormStanding({ commands }: { readonly commands: Commands }) {
  const { status } = commands.standing;
  if (status === 'idle' || status === 'sending') return null;
  return (
    <div key={status} ref={bringIntoSight}>
      <Said commands={commands} />
    </div>
  );
}

const bringIntoSight = (node: HTMLElement | null) => node?.scrollIntoView({ block: 'nearest' });

function Said({ commands: { standing, retryNow } }: { readonly commands: Commands }) {
  switch (standing.status) {
    case 'idle':
    case 'sending':
      return null;
    case 'recorded':
      return (
        <p role="status" className={form.said}>
          Enregistré{standing.afterCut && ', la connexion étant revenue'}&nbsp;: {standing.label}.
        </p>
      );
    case 'cut':
      return (
        <Notice tone="warning" title="Le registre ne répond pas" alert>
          <p>
            Pas encore confirmé&nbsp;: {standing.sent.label}. Ce qui est saisi est gardé dans ce navigateur et
            sera renvoyé de lui-même, une seule fois enregistré.
          </p>
          <button type="button" className="button" onClick={retryNow}>
            Renvoyer maintenant
          </button>
        </Notice>
      );
    case 'irregular':
      return (
        <Notice tone="warning" title="Contraire à une règle de droit" alert>
          <p>
            Rien n’est encore enregistré. Si cela s’est bien passé ainsi, dites pourquoi&nbsp;: l’irrégularité
            sera enregistrée avec son motif et paraîtra partout où l’acte paraît.
          </p>
        </Notice>
      );
    case 'conflict':
      return (
        <Notice tone="warning" title="Quelque chose a changé depuis votre saisie" alert>
          <Changes changes={standing.problem.changes} />
          <p>Rien n’est encore enregistré&nbsp;: relisez, puis enregistrez à la suite.</p>
        </Notice>
      );
    case 'signed-out':
      return <SignedOut label={standing.sent.label} />;
    case 'refused':
      return (
        <Notice tone="bad" title={`Non enregistré\u00a0: ${standing.sent.label}`} alert>
          <p>{standing.problem.title}</p>
          <ProblemDetails problem={standing.problem} />
        </Notice>
      );
  }
}

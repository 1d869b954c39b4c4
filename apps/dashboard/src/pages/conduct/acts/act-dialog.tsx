import { Dialog } from '../../../ui/dialog';
import { useSeance } from '../seance';
import { ACTS } from './acts';
import type { Asked } from './asked';

/** The form of the act that was asked for last. */
export function ActDialog({ asked }: { readonly asked: Asked | null }) {
  const { commands, ask } = useSeance();
  const close = () => {
    if (['irregular', 'conflict', 'refused', 'signed-out'].includes(commands.standing.status))
      commands.giveUp();
    ask(null);
  };
  return (
    <Dialog open={asked !== null} title={asked === null ? '' : ACTS[asked.act].title} onClose={close}>
      {asked !== null && <Form key={JSON.stringify(asked)} asked={asked} />}
    </Dialog>
  );
}

function Form({ asked }: { readonly asked: Asked }) {
  // One form for each kind of act, which takes what that act is about.
  const { Form: Own } = ACTS[asked.act] as { readonly Form: (props: { asked: Asked }) => React.ReactNode };
  return <Own asked={asked} />;
}

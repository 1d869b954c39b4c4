import { useState, type ReactNode } from 'react';
import type { Standing } from '../../../commands/commands';
import { DespiteFields, despiteOf, rulesIn, type Why } from '../../../commands/despite-fields';
import { FormStanding } from '../../../commands/form-standing';
import { FaultsContext } from '../../../ui/faults';
import form from '../../../ui/form.module.css';
import { useSeance } from '../seance';
import { askedIn, draftOf, type Asked } from './asked';

interface Props {
  readonly asked: Asked;
  /** After the séance's own. */
  readonly path: readonly string[];
  /** Null: something is still missing. */
  readonly body: object | null;
  /** What it records, in words, after « Enregistré : ». */
  readonly label: string;
  /** On the button, where it is not « Enregistrer ». */
  readonly action?: string;
  readonly children?: ReactNode;
}

/**
 * The form of one act of the séance. It says itself why it was not recorded, keeps what was typed until it is, and is
 * then closed.
 */
export function ActForm({ asked, path, body, label, action = 'Enregistrer', children }: Props) {
  const { board, commands, record, ask } = useSeance();
  const name = draftOf(board.session, asked);
  const own = standingOf(commands.standing, name);
  const [why, setWhy] = useState<Why>({});
  const reasons = 'problem' in own ? own.problem.reasons : [];
  const irregular = own.status === 'irregular';
  const despite = irregular ? despiteOf(reasons, why) : [];
  const ready = body !== null && despite !== null && !commands.busy;
  const submit = () => {
    if (!ready) return;
    const said = despite.length === 0 ? body : { ...body, despite };
    record(path, said, label, { form: name, clears: [name, askedIn(board.session)] });
  };
  const cancel = () => {
    if (own.status !== 'cut' && own.status !== 'idle') commands.giveUp();
    ask(null);
  };
  return (
    <form
      noValidate
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FaultsContext value={irregular ? [] : reasons}>{children}</FaultsContext>
      <FormStanding commands={{ ...commands, standing: own }} />
      {irregular && rulesIn(reasons).length > 0 && (
        <DespiteFields reasons={reasons} why={why} onChange={setWhy} />
      )}
      <div className={form.row}>
        <button type="submit" className="button button-main" aria-disabled={!ready}>
          {irregular
            ? 'Enregistrer malgré la règle'
            : own.status === 'conflict'
              ? 'Enregistrer à la suite'
              : action}
        </button>
        <button type="button" className="button" onClick={cancel}>
          Annuler
        </button>
      </div>
    </form>
  );
}

const IDLE: Standing = { status: 'idle' };

/** Of what that form sent; what others sent is said elsewhere. */
const standingOf = (standing: Standing, name: string): Standing =>
  'sent' in standing && standing.sent.form === name ? standing : IDLE;

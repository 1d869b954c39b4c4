import { useState, type ReactNode } from 'react';
import type { Recorded } from '../api/client';
import { FaultsContext } from '../ui/faults';
import form from '../ui/form.module.css';
import { useCommands, type Intent, type Standing } from './commands';
import { DespiteFields, despiteOf, rulesIn, type Why } from './despite-fields';
import { FormStanding } from './form-standing';
import { useShown } from './shown';

interface Props {
  readonly authority: string;
  /** Of the form, in this browser's session: unique for what it is about. */
  readonly name: string;
  /** Revision that the page has seen; null: it records whatever else was. */
  readonly revision: number | null;
  readonly intent: () => Intent;
  /** On the button. */
  readonly action: string;
  readonly onRecorded: (recorded: Recorded) => void;
  readonly onCancel?: (() => void) | undefined;
  readonly children: ReactNode;
}

/**
 * A form that records one thing. What is refused stays as it was typed, every fault beside its field; what breaks a
 * rule of law is recorded once each rule has its reason; what a cut connection holds up is sent again by itself.
 */
export function CommandForm(props: Props) {
  const { authority, name, revision, intent, action, onRecorded, onCancel, children } = props;
  const show = useShown(authority);
  const commands = useCommands({ authority, outbox: `${authority}.${name}`, revision, show });
  const [why, setWhy] = useState<Why>({});
  // The page goes on being told what others record: what is typed here answers to what it was begun from.
  const [begun] = useState(revision);
  const { standing, busy, run } = commands;
  const { body, ...asked } = intent();
  const reasons = reasonsOf(standing);
  // What is changed after that is asked afresh: it may break no rule any more.
  const irregular = standing.status === 'irregular' && isSame(body, standing.sent.body);
  const changed = standing.status === 'irregular' && !irregular;
  const despite = irregular ? despiteOf(reasons, why) : [];
  const submit = () => {
    if (busy || despite === null) return;
    const seen = standing.status === 'conflict' ? revision : begun;
    run({ ...asked, seen, body: despite.length === 0 ? body : { ...body, despite } }, onRecorded);
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
      <FaultsContext value={irregular || changed ? [] : reasons}>{children}</FaultsContext>
      {!changed && <FormStanding commands={commands} />}
      {irregular && rulesIn(reasons).length > 0 && (
        <DespiteFields reasons={reasons} why={why} onChange={setWhy} />
      )}
      <div className={form.row}>
        <button type="submit" className="button button-main" aria-disabled={busy || despite === null}>
          {busy ? 'Enregistrement…' : irregular ? 'Enregistrer malgré la règle' : action}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            Annuler
          </button>
        )}
      </div>
    </form>
  );
}

function isSame(body: object, sent: object): boolean {
  const { despite: _, ...asked } = sent as { readonly despite?: unknown };
  return JSON.stringify(body) === JSON.stringify(asked);
}

const reasonsOf = (standing: Standing) => ('problem' in standing ? standing.problem.reasons : []);

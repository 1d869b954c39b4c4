import { ChoiceField } from '../../../ui/field';
import { methodWording } from '../../../wording/ballots';
import { useSeance } from '../seance';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (ballot: string) => void;
}

/** One of the ballots of the séance that gave a result, those that are void aside. */
export function BallotChoice(props: Props) {
  const { state } = useSeance();
  const choices = state.ballots
    .filter(({ closed, voided, candidates }) => closed !== null && voided === null && candidates === null)
    .map(({ id, question, affair, method }) => ({ value: id, label: question ?? nameOf(affair, method) }));
  function nameOf(affair: string | null, method: Parameters<typeof methodWording>[0]) {
    const of = state.affairs.find(({ id }) => id === affair);
    const what = of === undefined ? 'Vote de la séance' : `Vote de l’affaire ${of.order ?? of.subject}`;
    return `${what} (${methodWording(method)})`;
  }
  return <ChoiceField {...props} choices={choices} unknown="Aucun, ou non renseigné" />;
}

import { useState, type FormEvent } from 'react';
import { useHistorySummary } from '../../api/queries';
import { isDay, localParts } from '../../past/instants';
import { ChoiceField, DayField, TextField } from '../../ui/field';
import { actorWording } from '../../wording/actors';
import { eventTypeWording } from '../../wording/event-types';
import { filterIn, isFiltered, type FilterName, type JournalFilter } from './journal-filter';
import styles from './journal.module.css';

interface Props {
  readonly authority: string;
  readonly filter: JournalFilter;
  readonly timezone: string;
  readonly onApply: (filter: JournalFilter) => void;
}

const NONE = filterIn(new URLSearchParams());

/** Which events are shown. */
export function JournalFilterForm({ authority, filter, timezone, onApply }: Props) {
  const [wanted, setWanted] = useState(filter);
  const summary = useHistorySummary(authority, { by: 'recorded' });
  const { types = [], actors = [] } = summary.data ?? {};
  const dayIn = (moment: string | null) => (moment === null ? '' : dayOf(moment, timezone));
  const set = (name: FilterName) => (value: string | null) =>
    setWanted({ ...wanted, [name]: value === '' ? null : value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(wanted);
  };
  return (
    <form onSubmit={submit} role="search" aria-label="Filtrer le journal" className={styles.filter}>
      <ChoiceField
        label="Ce qui s’est passé"
        value={wanted.type ?? ''}
        choices={choices(types, wanted.type, eventTypeWording)}
        unknown="Tout"
        onChange={set('type')}
      />
      <ChoiceField
        label="Par qui"
        value={wanted.auteur ?? ''}
        choices={choices(actors, wanted.auteur, actorWording)}
        unknown="Tous"
        onChange={set('auteur')}
      />
      <DayField label="Appris du" value={dayIn(wanted['appris-du'])} onChange={set('appris-du')} />
      <DayField label="Appris jusqu’au" value={dayIn(wanted['appris-au'])} onChange={set('appris-au')} />
      <DayField label="Vrai du" value={wanted['vrai-du'] ?? ''} onChange={set('vrai-du')} />
      <DayField label="Vrai jusqu’au" value={wanted['vrai-au'] ?? ''} onChange={set('vrai-au')} />
      <Marks wanted={wanted} set={set} />
      <details className={styles.exact} open={hasExact(filter)}>
        <summary>Une séance, une affaire, un flux</summary>
        <TextField label="Séance (identifiant)" value={wanted.seance ?? ''} onChange={set('seance')} />
        <TextField label="Affaire (identifiant)" value={wanted.affaire ?? ''} onChange={set('affaire')} />
        <TextField label="Flux" value={wanted.flux ?? ''} onChange={set('flux')} />
      </details>
      <div className={styles.actions}>
        <button type="submit" className="button button-main">
          Filtrer
        </button>
        {isFiltered(filter) && (
          <button type="button" className="button" onClick={() => onApply(NONE)}>
            Tout afficher
          </button>
        )}
      </div>
    </form>
  );
}

/** The day of a moment: the timeline takes parts of days, the form whole ones. */
const dayOf = (moment: string, timezone: string): string =>
  isDay(moment) || Number.isNaN(Date.parse(moment)) ? moment : localParts(moment, timezone).day;

const hasExact = ({ seance, affaire, flux }: JournalFilter): boolean =>
  seance !== null || affaire !== null || flux !== null;

interface MarksProps {
  readonly wanted: JournalFilter;
  readonly set: (name: FilterName) => (value: string | null) => void;
}

function Marks({ wanted, set }: MarksProps) {
  const mark = (name: 'corrections' | 'irregularites', label: string) => (
    <label>
      <input
        type="checkbox"
        checked={wanted[name] !== null}
        onChange={(event) => set(name)(event.target.checked ? 'oui' : null)}
      />{' '}
      {label}
    </label>
  );
  return (
    <div className={styles.ticks}>
      {mark('corrections', 'Seulement ce qui corrige')}
      {mark('irregularites', 'Seulement l’irrégulier')}
    </div>
  );
}

/** By their words; what the address asks for stands among them even where the history has none of it. */
function choices(values: readonly string[], chosen: string | null, wording: (value: string) => string) {
  return [...new Set([...values, ...(chosen === null ? [] : [chosen])])]
    .map((value) => ({ value, label: wording(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'fr'));
}

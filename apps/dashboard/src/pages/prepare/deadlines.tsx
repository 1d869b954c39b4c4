import type { LastDay } from '@registre/deliberation';
import { useDeadlines } from '../../api/preparation';
import { dateLong } from '../../wording/dates';

interface Props {
  readonly authority: string;
  readonly body: string;
  /** Of the séance. */
  readonly date: string;
  /** Whether urgency is claimed. */
  readonly urgent: boolean;
}

/** By when the law has the convocation sent, in words; nothing while the day of the séance is not said. */
export function Deadlines({ authority, body, date, urgent }: Props) {
  const { data } = useDeadlines(authority, body, date);
  if (data === undefined) return null;
  const { ordinary, urgent: shortened, reports, note } = data;
  return (
    <ul>
      <li>
        {ordinary.length === 0
          ? 'Délai de convocation inconnu\u00a0: aucune règle n’est connue pour cette sorte de collectivité ce jour-là.'
          : `Convocation à envoyer ${lastDays(ordinary)}.`}
      </li>
      {shortened.length > 0 && (
        <li>
          En cas d’urgence, {lastDays(shortened)}
          {urgent && '\u00a0; l’assemblée se prononce alors sur l’urgence dès l’ouverture'}.
        </li>
      )}
      {reports.length > 0 && <li>Rapports à adresser aux membres {lastDays(reports)}.</li>}
      {note !== null && (
        <li>
          Une note explicative de synthèse accompagne la convocation ({note.article})
          {!note.certain && ', selon la population, qui n’est pas renseignée'}.
        </li>
      )}
    </ul>
  );
}

/** « au plus tard le … (5 jours francs, L2121-12) », or two days where the population would decide. */
function lastDays(days: readonly LastDay[]): string {
  const told = days.map(
    ({ day, article, ...left }) => `le ${dateLong(day)} (${leftWording(left)}, ${article})`,
  );
  const which = told.length > 1 ? ', selon la population, qui n’est pas renseignée' : '';
  return `au plus tard ${told.join(' ou ')}${which}`;
}

function leftWording({ days, clear }: Pick<LastDay, 'days' | 'clear'>): string {
  if (clear && days === 0) return 'la veille';
  const many = days > 1 ? 's' : '';
  return `${days}\u00a0jour${many}${clear ? ` franc${many}` : ' avant'}`;
}

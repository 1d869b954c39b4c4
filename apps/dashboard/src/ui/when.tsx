import { dateMedium, timeOfDay, type OccurredAt } from '../wording/dates';
import { Unknown } from './unknown';

/** When something happened: each part that is not known is said to be. */
export function When({ at: { date, time } }: { readonly at: OccurredAt }) {
  if (date === null && time === null) return <Unknown>date et heure non renseignées</Unknown>;
  return (
    <>
      {date === null ? <Unknown>date non renseignée</Unknown> : dateMedium(date)}
      {time === null ? <Unknown>, heure non renseignée</Unknown> : ` à ${timeOfDay(time)}`}
    </>
  );
}

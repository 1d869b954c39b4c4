import type { RegisterChange } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress, compareAddress } from '../../addresses';
import { useChanges } from '../../api/queries';
import { momentWording } from '../../past/instants';
import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { More } from '../../ui/more';
import { plural } from '../../wording/amounts';
import { dateMedium, instantLong } from '../../wording/dates';
import type { Asked } from './asked';
import styles from './compare.module.css';
import { factsOfLine } from './line-facts';
import { SideBySide } from './side-by-side';

interface Props {
  readonly authority: string;
  readonly asked: Asked;
  readonly timezone: string;
}

/** The acts that came in, or changed, between two moments. */
export function RegisterCompared({ authority, asked, timezone }: Props) {
  const changes = useChanges(authority, asked);
  return (
    <Loaded query={changes} what="des changements" part>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="Rien n’a changé entre ces deux moments" />
        ) : (
          <>
            {items.map((change) => (
              <Change
                key={change.affair}
                authority={authority}
                change={change}
                asked={asked}
                timezone={timezone}
              />
            ))}
            <More list={changes} shown={`${plural(items.length, 'acte')} à l’écran`} />
          </>
        )
      }
    </Loaded>
  );
}

function Change({ authority, change, asked, timezone }: Props & { readonly change: RegisterChange }) {
  const { affair, appeared, changed, before, after } = change;
  const { number, order, subject } = after;
  const name = number ?? (order === null ? 'Sans numéro' : `Point ${order}`);
  return (
    <Card
      title={`${name} – ${subject}`}
      aside={
        appeared ? <Badge tone="good">Inscrite entre-temps</Badge> : <Badge tone="warning">Changée</Badge>
      }
    >
      <p className={styles.line}>
        {after.bodyName}, séance du {dateMedium(after.date)} ·{' '}
        <Link href={actAddress(authority, affair)}>Voir l’acte</Link> ·{' '}
        <Link href={compareAddress(authority, { affaire: affair, du: asked.from, au: asked.until })}>
          L’acte entier, côte à côte
        </Link>
      </p>
      {!appeared && changed.length === 0 ? (
        <p>Tout est revenu comme avant.</p>
      ) : (
        <SideBySide
          caption={`Différences de l’acte ${name}`}
          before={momentName(asked.from, timezone, 'Avant')}
          after={momentName(asked.until, timezone, 'Aujourd’hui')}
          rows={factsOfLine(before, after, appeared ? null : changed, timezone)}
        />
      )}
      <Events events={change.events} timezone={timezone} />
    </Card>
  );
}

interface EventsProps {
  readonly events: RegisterChange['events'];
  readonly timezone: string;
}

function Events({ events, timezone }: EventsProps) {
  return (
    <details className={styles.events}>
      <summary>{plural(events.length, 'événement')} en cause</summary>
      <ul>
        {events.map(({ ordinal, sentence, type, recordedAt }) => (
          <li key={ordinal}>
            n°&nbsp;{ordinal} – {sentence ?? type}{' '}
            <small>appris le {instantLong(recordedAt, timezone)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A moment as the head of a column. */
export const momentName = (moment: string | null, timezone: string, none: string): string =>
  moment === null ? none : `Connu ${momentWording(moment, timezone)}`;

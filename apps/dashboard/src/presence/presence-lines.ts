import type { Stated } from '@registre/deliberation';
import type { Presence } from './presence';

export interface PresenceLine {
  readonly name: string;
  /** From the lists of names; null: not known. */
  readonly listed: number | null;
  /** As the source states it; null: it does not. */
  readonly stated: number | null;
}

export function presenceLines(
  { present, proxies, excused, absent }: Presence,
  inOffice: number | null,
  stated: Stated | null,
): readonly PresenceLine[] {
  return [
    { name: 'En exercice', listed: inOffice, stated: stated?.inOffice ?? null },
    { name: 'Présents', listed: present?.length ?? null, stated: stated?.present ?? null },
    { name: 'Représentés', listed: proxies?.length ?? null, stated: stated?.represented ?? null },
    { name: 'Excusés', listed: excused?.length ?? null, stated: stated?.excused ?? null },
    { name: 'Absents', listed: absent?.length ?? null, stated: stated?.absent ?? null },
  ];
}

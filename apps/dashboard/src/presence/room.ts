import type { Attendance, Proxy, Room } from '@registre/deliberation';
import type { AffairDossier } from '@registre/projections';

/** The room when the affair was called; one that was never called: as the attendance list has it. */
export function roomOfAct({ agenda, attendance, proxies }: AffairDossier): Room {
  return agenda.called?.room ?? roomOfList(attendance, proxies, null);
}

/** The room as the attendance list has it. */
export function roomOfList(
  attendance: readonly Attendance[] | null,
  proxies: readonly Proxy[] | null,
  chair: string | null,
): Room {
  const represented = new Set(proxies?.map(({ giver }) => giver));
  const those = (status: Attendance['status']) =>
    attendance
      ?.filter((one) => one.status === status && (status === 'present' || !represented.has(one.member)))
      .map(({ member }) => member) ?? null;
  return { present: those('present'), excused: those('excused'), absent: those('absent'), proxies, chair };
}

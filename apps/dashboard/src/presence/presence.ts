import type { Attendance, Proxy } from '@registre/deliberation';
import type { AffairDossier } from '@registre/projections';

/** Who was there and who was not, as sources write it: who gave a proxy still counts among the excused or absent. */
export interface Presence {
  /** Refs, in the order of the attendance list; null: nobody is named. */
  readonly present: readonly string[] | null;
  readonly excused: readonly string[] | null;
  readonly absent: readonly string[] | null;
  /** Null: not known. */
  readonly proxies: readonly Proxy[] | null;
  readonly chair: string | null;
}

/** When the affair was called; of one that never was: as the attendance list has it. */
export function presenceAtAct({ agenda, attendance, proxies }: AffairDossier): Presence {
  const room = agenda.called?.room;
  if (room === undefined) return presenceAtOpening(attendance, proxies, null);
  const { present } = room;
  const away = awayFrom(attendance, present);
  return { present, ...away, proxies: room.proxies, chair: room.chair };
}

/** As the attendance list has it. */
export function presenceAtOpening(
  attendance: readonly Attendance[] | null,
  proxies: readonly Proxy[] | null,
  chair: string | null,
): Presence {
  const present = withStatus(attendance, 'present');
  return { present, ...awayFrom(attendance, present), proxies, chair };
}

/** A member who was listed as away and has come is no longer so; one who has left is not thereby excused. */
function awayFrom(attendance: readonly Attendance[] | null, present: readonly string[] | null) {
  const still = (status: Attendance['status']) =>
    withStatus(attendance, status)?.filter((member) => !present?.includes(member)) ?? null;
  return { excused: still('excused'), absent: still('absent') };
}

const withStatus = (attendance: readonly Attendance[] | null, status: Attendance['status']) =>
  attendance?.filter((one) => one.status === status).map(({ member }) => member) ?? null;

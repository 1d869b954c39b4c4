import {
  before,
  courseOf,
  movesSurely,
  namesAreWhole,
  OPENING,
  roomAt,
  substitutesOf,
  type Course,
  type Place,
} from '../session-record/course.js';
import type {
  AttendanceStatus,
  RecordRecusal,
  RecordStated,
  SessionRecord,
} from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

/** What the source states at one place of the séance. */
interface StatedAt {
  readonly stated: RecordStated;
  readonly path: string;
  readonly place: Place;
  readonly recusals: readonly RecordRecusal[] | null;
}

const WORDS = {
  present: 'présent(s)',
  represented: 'représenté(s)',
  excused: 'excusé(s)',
  absent: 'absent(s)',
  voters: 'votant(s)',
  substitutesPresent: 'suppléant(s) présent(s)',
} as const;
type Cell = keyof typeof WORDS;

type Range = readonly [least: number, most: number];
type Expected = { readonly [cell in Cell]?: Range | undefined };

/**
 * Check 6, its second half: the counts that the source states agree with the names it gives, at the opening and at
 * each affair. A represented member may be counted as excused, as absent or as neither.
 */
export function checkStatedCounts(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  return statedIn(course).flatMap((at) => differences(record, at, expectedAt(course, at)));
}

function statedIn({ record, affairs }: Course): readonly StatedAt[] {
  const { stated } = record.session;
  const opening = { path: 'session.stated', place: OPENING, recusals: [] };
  return [
    ...(stated === null ? [] : [{ ...opening, stated }]),
    ...affairs.flatMap(({ affair, rank, path }) =>
      affair.stated === null
        ? []
        : [
            {
              stated: affair.stated,
              path: `${path}.stated`,
              place: before(rank),
              recusals: affair.recusals,
            },
          ],
    ),
  ];
}

function differences(
  record: SessionRecord,
  { stated, path }: StatedAt,
  expected: Expected,
): readonly Finding[] {
  return (Object.keys(WORDS) as Cell[]).flatMap((cell) => {
    const said = stated[cell];
    const range = expected[cell];
    if (said === null || range === undefined || (said >= range[0] && said <= range[1])) return [];
    const message = `La source dit ${said} ${WORDS[cell]} ; ce qu’elle nomme en donne ${inWords(range)}.`;
    return [finder(record, '6')('I', `stated.${cell}`, `${path}.${cell}`, message)];
  });
}

function inWords([least, most]: Range): string {
  if (most === Infinity) return `au moins ${least}`;
  return least === most ? String(least) : `de ${least} à ${most}`;
}

function expectedAt(course: Course, at: StatedAt): Expected {
  const inRoom = headsAt(course, at);
  const all = at.place === OPENING ? { ...inRoom, ...awayAtOpening(course) } : inRoom;
  return { ...all, voters: votersAmong(at, inRoom) };
}

function headsAt(course: Course, { place, recusals }: StatedAt): Expected {
  const { present, proxies } = roomAt(course, place);
  if (present === null || !course.movements.every((one) => movesSurely(one, place))) return {};
  const whole = namesAreWhole(course, place);
  const recused = (recusals ?? []).filter(({ member }) => present.has(member));
  const staying = present.size - recused.filter(({ left }) => left === true).length;
  const perhapsGone = recused.filter(({ left }) => left === null).length;
  const substitutes = [...substitutesOf(course.record)].filter((ref) => present.has(ref)).length;
  const most = (count: number) => (whole ? count : Infinity);
  return {
    // A source that names none of those present does not say that there were none.
    present: staying === 0 ? undefined : [staying - perhapsGone, most(staying)],
    represented: proxies === null ? undefined : [proxies.length, most(proxies.length)],
    substitutesPresent: [substitutes, most(substitutes)],
  };
}

function awayAtOpening({ record }: Course): Expected {
  const { attendance, attendanceComplete, proxies } = record.session;
  const away = (attendance ?? []).filter(({ status }) => status !== 'present');
  if (attendance === null || (away.length === 0 && attendanceComplete !== true)) return {};
  const givers = new Set(proxies?.map(({ giver }) => giver));
  const certain = (wanted: AttendanceStatus) =>
    proxies === null
      ? 0
      : away.filter(({ member, status }) => status === wanted && !givers.has(member)).length;
  const most = attendanceComplete === false ? Infinity : away.length;
  return { excused: [certain('excused'), most], absent: [certain('absent'), most] };
}

/** The present and the represented, less those who keep out of the affair. */
function votersAmong({ stated, recusals }: StatedAt, heads: Expected): Range | undefined {
  const present = stated.present === null ? heads.present : ([stated.present, stated.present] as const);
  const represented =
    stated.represented === null ? heads.represented : ([stated.represented, stated.represented] as const);
  if (present === undefined || represented === undefined) return undefined;
  const most = present[1] + represented[1];
  return [recusals === null ? 0 : present[0] + represented[0] - recusals.length, most];
}

import { GiveProxy, type Occurrence } from '@registre/deliberation';
import { OPENING, rangeOf, type Course, type Place } from '../session-record/course.js';
import type { RecordProxy } from '../session-record/session-record.js';
import { told, type Dossier, type Step } from './step.js';

export interface PlacedProxy {
  readonly proxy: RecordProxy;
  readonly index: number;
  /** From where on it holds. */
  readonly place: Place;
}

export const placedProxies = (course: Course): readonly PlacedProxy[] =>
  (course.record.session.proxies ?? []).map((proxy, index) => ({
    proxy,
    index,
    place: proxy.from === null ? OPENING : rangeOf(course, proxy.from).earliest,
  }));

/** A proxy, given at the opening or later. */
export function proxyStep(
  { session, context }: Dossier,
  { proxy, index }: PlacedProxy,
  when: Occurrence,
): Step {
  const key = `proxy:${index}`;
  const { giver, bearer, givenOn, reason } = proxy;
  const command: Step['command'] = (despite) =>
    new GiveProxy(context(key), session, { giver, bearer, givenOn, reason, ...told(when, despite) });
  return { key, path: `session.proxies.${index}`, command };
}

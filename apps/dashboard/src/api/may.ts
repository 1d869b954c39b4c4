import type openapi from '../../../api/openapi.json';
import { useVisitor } from './queries';

type Paths = (typeof openapi)['paths'];
type Path = Extract<keyof Paths, string>;
/** `{body}` of OpenAPI is `:body` of the server. */
type Pattern<P extends string> = P extends `${infer Before}{${infer Name}}${infer After}`
  ? `${Before}:${Name}${Pattern<After>}`
  : P;
type Method<P extends Path> = Uppercase<Extract<keyof Paths[P], string>>;

/** A route by its method and its pattern, `POST /api/v1/:authority/sessions`: as the api's access/permissions.ts names it. */
export type Route = { [P in Path]: `${Method<P>} ${Pattern<P>}` }[Path];

/** Asks whether who is signed in may use a route. */
export type May = (route: Route) => boolean;

/**
 * What who is signed in may do in an authority: what they may not is not offered to them, and is refused anyway.
 *
 * @param body key of the body that it concerns; undefined: in one of the bodies, or in all
 */
export function useRights(authority: string, body?: string): May {
  const { data } = useVisitor();
  return (route) =>
    data?.grants.some(
      ({ authority: where, bodies, may }) =>
        (where === authority || where === '*') &&
        (bodies === null || body === undefined || bodies.includes(body)) &&
        may.includes(route),
    ) === true;
}

/** Whether who is signed in may use that route in an authority, or in that body of it. */
export const useMay = (authority: string, route: Route, body?: string): boolean =>
  useRights(authority, body)(route);

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The names by which this server may be asked (the `Host` header, without its port): a page that made its own name
 * point here (DNS rebinding) is refused.
 */
export function allowedHosts({
  host,
  publicUrl,
  allowed,
}: {
  readonly host: string;
  readonly publicUrl: string | null;
  readonly allowed: readonly string[];
}): ReadonlySet<string> {
  const listening = host.includes(':') ? `[${host}]` : host;
  const named = publicUrl === null ? [] : [new URL(publicUrl).hostname];
  return new Set([...LOOPBACK, listening, ...named, ...allowed].map((one) => one.toLowerCase()));
}

/** The name in a `Host` header, lower case, without port. */
export const nameOf = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '').toLowerCase();

import type { AuditEntry } from '@registre/projections';

/** Where what is recorded comes from. */
export function SourceView({ source }: { readonly source: AuditEntry['source'] }) {
  if (source === null) return <>saisi dans le registre</>;
  const { title, record, revision, uri } = source;
  const name = title === null ? null : <cite>{title}</cite>;
  return (
    <>
      source&nbsp;: {uri !== null && /^https?:/.test(uri) ? <a href={uri}>{name ?? uri}</a> : name}{' '}
      <code>
        {record}, révision {revision}
      </code>
    </>
  );
}

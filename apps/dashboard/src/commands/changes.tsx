import type { Change } from '../api/problem';

/** What somebody else recorded meanwhile; null: not told. */
export function Changes({ changes }: { readonly changes: readonly Change[] | null }) {
  if (changes === null || changes.length === 0) {
    return (
      <p>Une autre personne a enregistré quelque chose&nbsp;; la page montre maintenant ce qui est à jour.</p>
    );
  }
  return (
    <ul>
      {changes.map(({ sentence }, index) => (
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}

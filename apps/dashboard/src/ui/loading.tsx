import styles from './loading.module.css';

export function Loading({ what }: { readonly what: string }) {
  return (
    <p role="status" className={styles.loading}>
      <span className={styles.wheel} aria-hidden="true" />
      Chargement {what}…
    </p>
  );
}

/** The product's mark: a hemicycle over a line of the register. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 28" width="26" height="23" aria-hidden="true" fill="currentColor">
      <circle cx="5.5" cy="16" r="2.3" />
      <circle cx="8.6" cy="8.6" r="2.3" />
      <circle cx="16" cy="5.5" r="2.3" />
      <circle cx="23.4" cy="8.6" r="2.3" />
      <circle cx="26.5" cy="16" r="2.3" />
      <circle cx="11" cy="16" r="1.8" />
      <circle cx="16" cy="11.4" r="1.8" />
      <circle cx="21" cy="16" r="1.8" />
      <rect x="3" y="22" width="26" height="2.4" rx="1.2" />
    </svg>
  );
}

/** Beside their names: who presides and who keeps the minutes. */
export const noteOfficers =
  (chair: string | null, secretaries: readonly string[] | null) => (ref: string) => {
    const offices = [ref === chair && 'présidence', secretaries?.includes(ref) && 'secrétariat'].filter(
      Boolean,
    );
    return offices.length === 0 ? null : <em>({offices.join(', ')})</em>;
  };

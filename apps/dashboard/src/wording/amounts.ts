const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 2 });

/** `75000.00` → « 75 000,00 € ». The text is formatted as it is: a number would round large amounts. */
export const amountInEuros = (amount: string): string => euros.format(amount as Intl.StringNumericLiteral);

/** `0.1453` → « 14,53 % ». */
export const shareInPercent = (share: number): string => percent.format(share);

/** A length in bytes: « 64 ko ». */
export const sizeInKilobytes = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('fr-FR')}\u00a0ko`;

/** `plural(2, 'irrégularité')` → « 2 irrégularités ». */
export const plural = (count: number, singular: string, many = `${singular}s`): string =>
  `${count.toLocaleString('fr-FR')}\u00a0${count > 1 ? many : singular}`;

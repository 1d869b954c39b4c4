const LA_POSTE = '356000000';

/** Whether the last of the nine digits of a SIREN is right (Luhn). */
export const isSiren = (digits: string): boolean => luhnSum(digits) % 10 === 0;

/**
 * Whether the last of the fourteen digits of a SIRET is right. The post offices have their own rule: their digits add
 * up to a multiple of five.
 */
export function isSiret(digits: string): boolean {
  if (luhnSum(digits) % 10 === 0) return true;
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
  return digits.startsWith(LA_POSTE) && sum % 5 === 0;
}

/** Every second digit from the right is doubled, its own digits added (ISO/IEC 7812-1). */
const luhnSum = (digits: string): number =>
  [...digits].toReversed().reduce((sum, digit, place) => {
    const value = place % 2 === 0 ? Number(digit) : 2 * Number(digit);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);

import fc from 'fast-check';

/** A list of that many; long ones as likely as short ones. */
export const several = <T>(asked: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(asked, { minLength, maxLength, size: 'max' });

/** Numbers drawn at random that come again with the same seed: a run that fails can be played again. */
export class Chance {
  constructor(
    readonly seed: number = Number(process.env['REGISTRE_SEED'] ?? Math.floor(Math.random() * 1e9)),
  ) {
    this.state = seed;
  }

  private state: number;

  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  // mulberry32
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }
}

import { Entropy, idOfBytes } from '@registre/platform';

/** Numbers drawn at random that come again with the same seed (sfc32, seeded by a hash of the text). */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private count = 1;

  constructor(private readonly seed: string) {
    [this.a, this.b, this.c] = hashed(seed);
    for (let turn = 0; turn < 12; turn++) this.word();
  }

  /** Another one, which draws the same for the same name whatever is drawn here. */
  of(name: string): Chance {
    return new Chance(`${this.seed}/${name}`);
  }

  /** 32 bits. */
  word(): number {
    const sum = (((this.a + this.b) | 0) + this.count) | 0;
    this.count = (this.count + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** Whether it happens, that often in one. */
  happens(share: number): boolean {
    return this.word() < share * 2 ** 32;
  }

  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number {
    return least + Math.floor((this.word() / 2 ** 32) * (most - least + 1));
  }

  /** One of them. @throws TypeError where there is none */
  one<T>(list: readonly T[]): T {
    if (list.length === 0) throw new TypeError('one of none');
    return list[this.between(0, list.length - 1)] as T;
  }

  /** That many of them, in any order; fewer where there are fewer. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    for (let place = 0; place < Math.min(count, left.length); place++) {
      const other = this.between(place, left.length - 1);
      [left[place], left[other]] = [left[other] as T, left[place] as T];
    }
    return left.slice(0, count);
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.word() & 0xff);
  }
}

/** Identifiers and salts of a generated register: the same ones for the same seed. */
export class SeededEntropy extends Entropy {
  constructor(private readonly chance: Chance) {
    super();
  }

  override id(): string {
    return idOfBytes(this.chance.bytes(16));
  }

  override salt(): string {
    return Buffer.from(this.chance.bytes(16)).toString('base64');
  }
}

// cyrb53's mixing, over three states.
function hashed(text: string): [number, number, number] {
  let [one, two, three] = [0xdeadbeef, 0x41c6ce57, 0x9e3779b9];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
    three = Math.imul(three ^ code, 2246822519);
  }
  return [one ^ (two >>> 16), two ^ (three >>> 13), three ^ (one >>> 16)];
}

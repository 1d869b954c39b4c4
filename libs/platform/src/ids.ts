import { randomBytes } from 'node:crypto';
import { v4, v5 } from 'uuid';

const NAMESPACE = '5b1f3f0e-8f0c-4b7d-9a53-5c1f0d6f3a10';

/** A fresh random identifier (RFC 9562, version 4). */
export const newId = (): string => v4();

/**
 * The same identifier for the same parts, always (RFC 9562, version 5): what makes a repeated request or a
 * resumed process recognisable without keeping a table of requests.
 */
export const derivedId = (...parts: readonly string[]): string => v5(JSON.stringify(parts), NAMESPACE);

/** Sixteen random bytes in base64: keeps the hash of a short content from being guessed. */
export const newSalt = (): string => randomBytes(16).toString('base64');

/** What is drawn at random for the envelope of an event. Injected, so that a whole history can be drawn again. */
export abstract class Entropy {
  /** A fresh identifier (RFC 9562, version 4). */
  abstract id(): string;
  /** Sixteen bytes in base64. */
  abstract salt(): string;
}

export class SystemEntropy extends Entropy {
  override id(): string {
    return newId();
  }

  override salt(): string {
    return newSalt();
  }
}

/** The identifier (RFC 9562, version 4) that those sixteen bytes make. */
export const idOfBytes = (bytes: Uint8Array): string => v4({ random: bytes });

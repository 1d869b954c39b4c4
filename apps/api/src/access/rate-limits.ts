import '@fastify/rate-limit';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '@registre/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessConfiguration } from './access-configuration.js';
import type { Person } from './roles.js';

/** Bad tokens a minute from one address, after which only what was verified before is taken from it. */
const FAILURES = 60;
const WINDOW = 60_000;
/** Who shows bad tokens again and again waits that long for the answer, in ms: it costs them time, and us little. */
const HELD_BACK = 1_000;
/** How many are held back at once; beyond, they are answered without waiting. */
const MOST_HELD_BACK = 2_000;

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/** How much one person, and one address, may ask. */
export class RateLimits {
  private readonly persons: Limiter;
  private readonly addresses: Limiter;
  private readonly failures: Limiter;
  private heldBack = 0;

  constructor(fastify: FastifyInstance, rates: AccessConfiguration['rates']) {
    const timeWindow = WINDOW;
    const keyGenerator = (request: FastifyRequest) => keys.get(request) ?? request.ip;
    this.persons = fastify.createRateLimit({ max: rates.person, timeWindow, keyGenerator });
    this.addresses = fastify.createRateLimit({ max: rates.address, timeWindow });
    this.failures = fastify.createRateLimit({ max: FAILURES, timeWindow });
  }

  /** @throws Refusal `too-many` */
  async requireFew(request: FastifyRequest, person: Person, key: string): Promise<void> {
    keys.set(request, key);
    const limit = await (person.actor === null ? this.addresses : this.persons)(request);
    if (!limit.isAllowed && limit.isExceeded) throw tooMany(limit.ttlInSeconds);
  }

  async countFailure(request: FastifyRequest): Promise<void> {
    await this.failures(request);
  }

  /** @throws Refusal `too-many`: nothing more is verified for this address for a while */
  async requireFewFailures(request: FastifyRequest): Promise<void> {
    const limit = await this.failures(request, { increment: false });
    if (limit.isAllowed || limit.remaining > 0) return;
    await this.holdBack();
    throw tooMany(limit.ttlInSeconds);
  }

  private async holdBack(): Promise<void> {
    if (this.heldBack >= MOST_HELD_BACK) return;
    this.heldBack += 1;
    await delay(HELD_BACK, undefined, { ref: false });
    this.heldBack -= 1;
  }
}

// Handed from the gate to the limiter, which only knows the request.
const keys = new WeakMap<FastifyRequest, string>();

const tooMany = (retryAfter: number): Refusal =>
  new Refusal('too-many', 'too-many-requests', `Trop de demandes : réessayez dans ${retryAfter} s.`, [], {
    retryAfter,
  });

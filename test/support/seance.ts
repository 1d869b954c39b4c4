import { readFileSync } from 'node:fs';
import { COMMUNE_TEMPLATE } from './places.js';
import type { RegisterClient } from './register-client.js';

/** The day of every invented séance. */
export const DAY = '2024-03-21';
const occurredAt = { date: DAY, time: null };

/** Members `m1`, `m2`… of an invented council. */
export const members = (count: number): string[] =>
  Array.from({ length: count }, (_, rank) => `m${rank + 1}`);

const COMMUNE = { name: 'Commune de Valmont', kind: 'commune', timezone: 'Europe/Paris' };
const METROPOLE = { name: 'Métropole de Valmont', kind: 'metropole', timezone: 'Europe/Paris' };

/** An invented commune, its council of that many members, the template of its extracts. */
export async function constituteCouncil(register: RegisterClient, count: number): Promise<void> {
  await register.command('', COMMUNE);
  await constitute(register, { key: 'CM', name: 'Conseil municipal', kind: 'council' }, count);
}

/** An invented métropole and its bureau of that many members, which decides by delegation. */
export async function constituteBureau(register: RegisterClient, count: number): Promise<void> {
  await register.command('', METROPOLE);
  await constitute(register, { key: 'BM', name: 'Bureau de la métropole', kind: 'bureau' }, count);
}

interface InventedBody {
  readonly key: string;
  readonly name: string;
  readonly kind: 'council' | 'bureau';
}

async function constitute(register: RegisterClient, body: InventedBody, count: number): Promise<void> {
  await register.command('/bodies', body);
  const seats = members(count).map((ref) => ({ ref, familyName: ref.toUpperCase() }));
  await register.command(`/bodies/${body.key}/members`, { members: seats });
  const text = readFileSync(COMMUNE_TEMPLATE, 'utf8');
  await register.command(`/bodies/${body.key}/template`, { name: 'commune', text });
}

export interface Opening {
  /** Members in office; null: unknown. */
  readonly inOffice: number | null;
  readonly present: readonly string[];
  /** Excused, the others of the council. */
  readonly excused?: readonly string[];
  /** The council if not said. */
  readonly body?: string;
  readonly date?: string;
  /** Null: it is not said. */
  readonly isPublic?: boolean | null;
}

/** Convenes and opens a séance, and calls the roll. */
export async function openSeance(
  register: RegisterClient,
  { inOffice, present, excused = [], body = 'CM', date = DAY, isPublic = null }: Opening,
): Promise<Seance> {
  const occurredAt = { date, time: null };
  const { id } = await register.command('/sessions', {
    body,
    date,
    inOffice,
    public: isPublic,
    occurredAt,
  });
  const seance = new Seance(register, id);
  const none = { attendance: [], proxies: [], movements: [], secretaries: [] };
  await register.command(`${seance.path}/opening`, { ...none, occurredAt });
  const entry = (status: string) => (member: string) => ({ member, status });
  const entries = [...present.map(entry('present')), ...excused.map(entry('excused'))];
  await register.command(`${seance.path}/attendance`, { entries, occurredAt });
  return seance;
}

/** An invented séance under way, as a clerk's software drives it. */
export class Seance {
  constructor(
    private readonly register: RegisterClient,
    readonly id: string,
  ) {}

  get path(): string {
    return `/sessions/${this.id}`;
  }

  affairPath(affair: string): string {
    return `${this.path}/affairs/${affair}`;
  }

  /** Puts an affair on the agenda, as an urgency: the séance is open. @returns its id */
  async place(subject: string): Promise<string> {
    const despite = [{ rule: 'R12.added-during-session', reason: 'Urgence admise par le conseil.' }];
    const body = { subject, occurredAt, despite };
    return (await this.register.command(`${this.path}/affairs`, body)).id;
  }

  /** Puts an affair on the agenda and into discussion. @returns its id */
  async discuss(subject: string): Promise<string> {
    const affair = await this.place(subject);
    await this.register.command(`${this.affairPath(affair)}/call`, { recusals: [], occurredAt });
    return affair;
  }

  /** Opens a ballot by show of hands on an affair under discussion. @returns its id */
  async openBallot(affair: string): Promise<string> {
    const body = { affair, method: 'show-of-hands', occurredAt };
    return (await this.register.command(`${this.path}/ballots`, body)).id;
  }

  async closeBallot(ballot: string): Promise<void> {
    await this.register.command(`${this.path}/ballots/${ballot}/closing`, { occurredAt });
  }

  /** A whole vote by show of hands, without any result being declared. */
  async vote(affair: string, counts: object): Promise<void> {
    const ballot = await this.openBallot(affair);
    await this.register.command(`/ballots/${ballot}/hands`, { counts, occurredAt });
    await this.closeBallot(ballot);
  }

  async decide(affair: string, outcome: 'adopted' | 'rejected'): Promise<void> {
    await this.register.command(`${this.affairPath(affair)}/decision`, { outcome, occurredAt });
  }

  async close(): Promise<void> {
    await this.register.command(`${this.path}/closing`, { occurredAt });
  }

  async certify(affair: string): Promise<void> {
    const signatory = { member: 'm1', office: 'Le maire' };
    const body = { formula: 'Pour extrait conforme', signatory, certifiedOn: DAY };
    await this.register.command(`${this.affairPath(affair)}/extract`, body);
  }

  /** The extract's text as it is given out now. */
  extract(affair: string): Promise<string> {
    return this.register.read(`/affairs/${affair}/extract?format=text`);
  }
}

/** Waits for the process that enters the séance in the register. */
export async function entered(register: RegisterClient): Promise<void> {
  for (let look = 0; look < 100; look++) {
    if ((await register.read('/register')).items.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the séance was not entered');
}

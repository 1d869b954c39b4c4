import type { RegisterClient } from './register-client.js';

/** The members of an invented council of seven, by ref in small letters. */
export const NAMES = ['ALBERT', 'BERGER', 'COLIN', 'DURAND', 'ESPOSITO', 'FAURE', 'GIRARD'];
const AFFAIRS = ['Tarifs de la cantine', 'Subvention au club de voile', 'Désignation d’un délégué'];

const inParis = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** A day before today, or after it, on the clocks of the invented commune: `YYYY-MM-DD`. */
export const dayFrom = (days: number): string => inParis.format(new Date(Date.now() + days * 86_400_000));

/** The commune of Brindas and its council of seven, the eldest first. */
export async function constituteSeven(register: RegisterClient): Promise<void> {
  await register.command('', {
    name: 'Commune de Brindas',
    kind: 'commune',
    population: 6000,
    timezone: 'Europe/Paris',
  });
  const body = { key: 'cm', name: 'Conseil municipal', kind: 'council', numbering: 'body' };
  await register.command('/bodies', body);
  const members = NAMES.map((familyName, place) => ({
    ref: familyName.toLowerCase(),
    givenName: 'Alix',
    familyName,
    birthDate: `19${50 + place}-01-01`,
  }));
  await register.command('/bodies/cm/members', { members });
}

/** A séance of today with its three affairs, convened in time unless it is said otherwise. @returns its id */
export async function conveneSeven(register: RegisterClient, other: object = {}): Promise<string> {
  const convening = { body: 'cm', date: dayFrom(0), inOffice: 7, convenedOn: dayFrom(-20), ...other };
  const { id } = await register.command('/sessions', convening);
  for (const [place, subject] of AFFAIRS.entries()) {
    await register.command(`/sessions/${id}/affairs`, { subject, order: place + 1 });
  }
  return id as string;
}

/** Five of the seven are there, Faure is excused and Girard absent; Albert presides. */
export async function openSeven(register: RegisterClient, session: string): Promise<void> {
  const entries = NAMES.map((name, place) => ({
    member: name.toLowerCase(),
    status: place < 5 ? 'present' : place === 5 ? 'excused' : 'absent',
  }));
  const path = `/sessions/${session}`;
  await register.command(`${path}/attendance`, { entries });
  const none = { attendance: [], proxies: [], movements: [], secretaries: [] };
  await register.command(`${path}/opening`, none);
  await register.command(`${path}/chair`, { member: 'albert' });
}

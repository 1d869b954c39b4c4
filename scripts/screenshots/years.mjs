import { setTimeout as pause } from 'node:timers/promises';

/** An authority with years behind it: what is searched, counted, compared, prepared. */
export async function pictures(register) {
  const authority = register.generate(60);
  await builtUp(register, authority);
  const { items: acts } = await register.read(`/${authority}/register?limit=50`);
  const { items: members } = await register.read(`/${authority}/members?limit=1`);
  const { bodies } = await register.read(`/${authority}`);
  const [first] = acts;
  const page = (path) => `/${authority}${path}`;
  const known = first.knownSince.slice(0, 10);
  const convened = await register.send(`/${authority}/sessions`, {
    body: bodies[0].key,
    date: inDays(40),
    inOffice: null,
    convenedOn: inDays(0),
  });
  const affairs = `/${authority}/sessions/${convened.id}/affairs`;
  await register.send(affairs, { subject: 'Réfection de la salle des fêtes', order: 1 });
  return [
    { name: 'registre-de-plusieurs-annees', path: page(''), as: 'nobody' },
    { name: 'recherche', path: page('/recherche?q=subventions'), as: 'nobody' },
    { name: 'registre-imprimable', path: page('/registre-imprimable'), as: 'nobody' },
    { name: 'chiffres', path: page('/chiffres'), as: 'nobody' },
    { name: 'elus', path: page('/elus'), as: 'nobody' },
    { name: 'elu', path: page(`/elus/${members[0].ref ?? members[0].member}`), as: 'nobody' },
    { name: 'acte-par-son-passe', path: page(`/affaires/${first.affair}?connu=${known}`), as: 'nobody' },
    { name: 'comparer', path: page(`/comparer?du=${known}`) },
    { name: 'journal', path: page('/journal') },
    { name: 'a-faire-de-plusieurs-annees', path: page('/a-faire') },
    { name: 'instances', path: page('/instances') },
    { name: 'instance', path: page(`/instances/${bodies[0].key}`) },
    { name: 'regles', path: page('/regles') },
    { name: 'preparation', path: page(`/seances/${convened.id}/preparation`) },
  ];
}

/** The read models follow the log by themselves: until they have every séance's sheets. */
async function builtUp(register, authority) {
  for (let before = -1; ;) {
    const { freshness } = await register
      .read(`/${authority}/register?limit=1`)
      .catch(() => ({ freshness: null }));
    if (freshness !== null && freshness.ordinal === before) return;
    before = freshness?.ordinal ?? -1;
    await pause(2_000);
  }
}

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

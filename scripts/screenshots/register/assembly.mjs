const inParis = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** So many days ago, on the clocks of the assembly. */
export const dayAgo = (days) => inParis.format(new Date(Date.now() - days * 86_400_000));

const GIVEN_NAMES = ['Marie-Antoinette', 'Jean', 'Aïcha', 'Léo'];
const SUBJECTS = ['Budget primitif', 'Tarifs des transports', 'Vœu'];

/** An assembly of that many members, one of them of a long name; gives their refs. */
export async function constituteAssembly({ send }, count) {
  const members = Array.from({ length: count }, (_, place) => ({
    ref: `m${place + 1}`,
    givenName: GIVEN_NAMES[place % 4],
    familyName: place === 1 ? 'DE LA ROCHEFOUCAULD-MONTBEL' : `MEMBRE ${place + 1}`,
  }));
  await send('/assemblee', { name: 'Assemblée', kind: 'metropole', timezone: 'Europe/Paris' });
  await send('/assemblee/bodies', { key: 'conseil', name: 'Conseil', kind: 'council', numbering: 'body' });
  await send('/assemblee/bodies/conseil/members', { members });
  return members.map(({ ref }) => ref);
}

/** A séance of today with its agenda; gives its id and those of its affairs. */
export async function convene({ send }, inOffice) {
  const convened = { body: 'conseil', date: dayAgo(0), inOffice, convenedOn: dayAgo(30) };
  const { id } = await send('/assemblee/sessions', convened);
  const affairs = [];
  for (const [place, subject] of SUBJECTS.entries()) {
    affairs.push((await send(`/assemblee/sessions/${id}/affairs`, { subject, order: place + 1 })).id);
  }
  return { id, affairs };
}

/** The roll is called, all but every twelfth being there, the séance open, somebody presides. Gives who is there. */
export async function open({ send }, id, refs) {
  const path = `/assemblee/sessions/${id}`;
  const entries = refs.map((member, place) => ({ member, status: place % 12 === 5 ? 'absent' : 'present' }));
  await send(`${path}/attendance`, { entries });
  await send(`${path}/opening`, { attendance: [], proxies: [], movements: [], secretaries: [] });
  await send(`${path}/chair`, { member: refs[0] });
  return entries.filter(({ status }) => status === 'present').map(({ member }) => member);
}

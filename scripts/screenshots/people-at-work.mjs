import { constituteAssembly, convene, open } from './register/assembly.mjs';

/** A séance of 240 members, before it opens and at its first vote by name. */
export async function pictures(register) {
  const refs = await constituteAssembly(register, 240);
  const before = await convene(register, 240);
  const voting = await convene(register, 240);
  await voteByName(register, voting, await open(register, voting.id, refs));
  const page = (id, face) => `/assemblee/seances/${id}/${face}`;
  return [
    { name: 'convocation', path: '/assemblee/seances/nouvelle' },
    { name: 'appel', path: page(before.id, 'conduite') },
    { name: 'conduite', path: page(voting.id, 'conduite') },
    { name: 'ecran-de-salle', path: page(voting.id, 'salle') },
  ];
}

/** 150 of those there have voted on the first affair. */
async function voteByName({ send }, { id, affairs: [affair] }, present) {
  const path = `/assemblee/sessions/${id}`;
  await send(`${path}/affairs/${affair}/call`, { recusals: [] });
  const { id: ballot } = await send(`${path}/ballots`, { affair, method: 'roll-call' });
  for (const [place, seat] of present.slice(0, 150).entries()) {
    const choice = place % 5 === 1 ? 'against' : place % 11 === 3 ? 'abstention' : 'for';
    await send(`/assemblee/ballots/${ballot}/votes`, { seat, choice });
  }
}

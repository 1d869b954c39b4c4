/** What happened, event by event. */
export async function pictures(register) {
  const authority = await register.loadExample();
  const { items } = await register.read(`/${authority}/register`);
  const [{ affair, session }] = items;
  return [
    { name: 'historique', path: `/${authority}/affaires/${affair}/historique` },
    { name: 'historique-de-seance', path: `/${authority}/seances/${session}/historique` },
    { name: 'a-faire', path: `/${authority}/a-faire` },
  ];
}

/** What anybody reads: the register that the example séance fills. */
export async function pictures(register) {
  const authority = await register.loadExample();
  const { items } = await register.read(`/${authority}/register`);
  const [{ affair, session }] = items;
  const pages = {
    accueil: '/',
    registre: `/${authority}`,
    acte: `/${authority}/affaires/${affair}`,
    seances: `/${authority}/seances`,
    seance: `/${authority}/seances/${session}`,
  };
  return Object.entries(pages).map(([name, path]) => ({ name, path, as: 'nobody' }));
}

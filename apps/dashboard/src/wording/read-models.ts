interface Words {
  readonly name: string;
  /** What a page does not show because of it. */
  readonly missing: string;
}

const READ_MODELS: Readonly<Record<string, Words>> = {
  register: {
    name: 'la liste des délibérations',
    missing: 'les délibérations inscrites ou changées n’apparaissent pas ici.',
  },
  sessions: {
    name: 'les séances et les membres',
    missing: 'ce qui s’est passé en séance, présences et votes compris, n’apparaît pas ici.',
  },
  voting: { name: 'les scrutins ouverts', missing: 'les votes reçus n’apparaissent pas ici.' },
  affairs: {
    name: 'les dossiers des affaires',
    missing: 'rapports, numéros, certifications, publications et suites n’apparaissent pas ici.',
  },
  'audit-trail': { name: 'l’historique', missing: 'les événements n’apparaissent pas ici.' },
  authority: {
    name: 'la collectivité et ses instances',
    missing: 'les changements de membres, de fonctions ou de règles n’apparaissent pas ici.',
  },
  delays: { name: 'ce qui reste à faire', missing: 'ce qui est fait ou échu n’apparaît pas ici.' },
  search: { name: 'la recherche', missing: 'ce qui est arrivé ne se trouve pas ici.' },
  due: { name: 'les suites automatiques', missing: 'ce qui doit suivre n’est pas fait de lui-même.' },
};

/** A read model as its readers know it. */
export const readModelWording = (model: string): Words =>
  READ_MODELS[model] ?? { name: model, missing: 'ce qui est arrivé n’apparaît pas ici.' };

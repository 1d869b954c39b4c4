import { refFor } from './refs';

/** Somebody named on a line. */
export interface PastedMember {
  readonly ref: string;
  readonly civility: 'Madame' | 'Monsieur' | null;
  readonly familyName: string;
  readonly givenName: string | null;
  readonly office: string | null;
  readonly group: string | null;
}

const CIVILITIES = {
  mme: 'Madame',
  madame: 'Madame',
  m: 'Monsieur',
  mr: 'Monsieur',
  monsieur: 'Monsieur',
} as const;

/**
 * The members of a pasted list, one a line: « NOM Prénom », perhaps after « Mme » or « M. », perhaps followed by an
 * office and a group, parted by tabs or semicolons as a spreadsheet does.
 *
 * @param taken refs that are somebody's already
 */
export function membersIn(text: string, taken: Iterable<string>): readonly PastedMember[] {
  const refs = new Set(taken);
  return text.split('\n').flatMap((line) => {
    const [named = '', office, group] = line
      .split(/[\t;]/)
      .map((cell) => cell.trim().replaceAll(/\s+/g, ' '));
    if (named === '') return [];
    const person = personIn(named);
    const ref = refFor(person.familyName, person.givenName, refs);
    refs.add(ref);
    return [{ ref, ...person, office: office || null, group: group || null }];
  });
}

function personIn(named: string): Pick<PastedMember, 'civility' | 'familyName' | 'givenName'> {
  const [first = '', ...others] = named.split(' ');
  const civility = CIVILITIES[first.replace('.', '').toLowerCase() as keyof typeof CIVILITIES] ?? null;
  const words = civility === null || others.length === 0 ? [first, ...others] : others;
  // The family name is written in capitals; where nothing is, it comes first.
  const capitals = words.filter(isCapital);
  const family = capitals.length > 0 ? capitals : words.slice(0, 1);
  const given = capitals.length > 0 ? words.filter((word) => !isCapital(word)) : words.slice(1);
  return { civility, familyName: family.join(' '), givenName: given.join(' ') || null };
}

const isCapital = (word: string): boolean =>
  word === word.toLocaleUpperCase('fr') && word !== word.toLocaleLowerCase('fr') && !/^.\.?$/u.test(word);

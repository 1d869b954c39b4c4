import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULE_WORDS } from '../wording/rule-codes.js';
import { CODED_RULES, RULE_TABLES } from './catalogue.js';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
const CODE = /'((?:R\d+|presence|movement|number|identity)\.[a-z-]+)'/g;
const read = (path: string): string => readFileSync(`${SOURCES}${path}`, 'utf8');

/** The codes by which what is decided is refused or recorded, as the sources write them. */
const used = new Set(
  globSync('**/*.ts', { cwd: SOURCES })
    .filter((path) => !/\.(spec|fixture|samples)\.ts$|rules\/catalogue\.ts$|wording\//.test(path))
    .flatMap((path) => [...read(path).matchAll(CODE)].map(([, code = '']) => code)),
);

describe('The catalogue of rules', () => {
  it('has every code that the decisions use, once, and no other', () => {
    expect(used.size).toBeGreaterThan(50);
    expect(CODED_RULES.map(({ code }) => code).toSorted()).toEqual([...used].toSorted());
    expect(Object.keys(RULE_WORDS).toSorted()).toEqual([...used].toSorted());
  });

  it.each(CODED_RULES)('says where $code is decided and where it is tried', ({ code, source, spec }) => {
    expect(read(source)).toContain(`'${code}'`);
    expect(read(spec)).toContain(code);
  });

  it('has every dated table of the rules', () => {
    const tables = globSync('rules/*.ts', { cwd: SOURCES }).flatMap((path) =>
      /\.spec\.ts$/.test(path)
        ? []
        : [...read(path).matchAll(/^export const ([A-Z_]+): readonly DatedRule</gm)].map(
            ([, name = '']) => name,
          ),
    );
    const registered = read('rules/catalogue.ts');
    expect(tables.length).toBe(RULE_TABLES.length);
    expect(tables.filter((name) => !registered.includes(name))).toEqual([]);
  });

  it.each(RULE_TABLES)(
    'says of « $title » since when, until when, for whom and by which article',
    (table) => {
      expect([table.source, table.spec].filter((path) => !existsSync(`${SOURCES}${path}`))).toEqual([]);
      expect(table.rows.length).toBeGreaterThan(0);
      for (const { from, until, says, article, regimes } of table.rows) {
        expect(says).not.toBe('');
        expect(article).not.toBe('');
        expect(regimes.length).toBeGreaterThan(0);
        expect(from === null || until === null || from <= until).toBe(true);
      }
    },
  );
});

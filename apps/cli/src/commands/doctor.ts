import { erasedBy, filesNamedBy, FileStore } from '@registre/documents';
import { streamParts } from '@registre/event-store';
import { deepCheck, type TableComparison } from '@registre/projections';
import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { EXIT } from '../exit-codes.js';
import { withRegister, type CommonOptions, type OpenRegister } from '../open-register.js';
import { progressLine, say, sayJson } from '../print.js';

interface Finding {
  readonly severity: 'faute' | 'à faire';
  readonly message: string;
}

interface DoctorOptions extends CommonOptions {
  readonly deep?: boolean;
}

interface Report {
  readonly authority: string;
  readonly events: number;
  readonly files: number;
  /** Of these, those that were erased. */
  readonly erased: number;
  readonly findings: readonly Finding[];
  /** The tables of the read models, compared with those built anew; null: not asked for. */
  readonly tables: readonly TableComparison[] | null;
}

/** How long a file may be kept before its event is written, in milliseconds. */
const UNDER_WAY = 3_600_000;

/** `registre doctor`: is everything there, whole, and up to date? */
export const doctorCommand = (): Command =>
  withCommonOptions(new Command('doctor'))
    .description('vérifie le journal, les fichiers et les vues')
    .option('--deep', 'reconstruit les vues à côté de celles qui servent et les compare ligne à ligne')
    .action((options: DoctorOptions) =>
      withRegister(options, async (register) => {
        const keys =
          options.authority === undefined ? await register.store.authorities() : [await register.authority()];
        const reports = [];
        for (const authority of keys) reports.push(await examine(register, authority, options));
        if (options.json) sayJson(reports);
        else reports.forEach(tell);
        const unsound = reports.some(({ findings }) => findings.some(({ severity }) => severity === 'faute'));
        if (unsound) process.exitCode = EXIT.unsound;
      }),
    );

async function examine(
  register: OpenRegister,
  authority: string,
  { deep = false }: DoctorOptions,
): Promise<Report> {
  // First what is due is done: a content erased just before a crash is not told as still there, then taken away.
  await register.catchUp(authority);
  const log = await examineLog(register, authority);
  const models = await haltedModels(register, authority);
  const due = ((await register.readModels.dueWork(authority)) ?? []).map(
    ({ process, subject, ordinal }): Finding => ({
      severity: 'à faire',
      message: `${process} pour ${subject}, depuis l’événement ${ordinal}`,
    }),
  );
  const tables = deep ? await compareTables(register, authority) : null;
  const rows = (tables ?? []).flatMap(differing);
  return {
    authority,
    events: log.events,
    files: log.files,
    erased: log.erased,
    findings: [...log.findings, ...models, ...due, ...rows],
    tables,
  };
}

/** The read models in use beside those that the log gives today. */
async function compareTables(
  { store, configuration }: OpenRegister,
  authority: string,
): Promise<readonly TableComparison[]> {
  const show = progressLine(`Vues de ${authority}, reconstruites`);
  const check = await deepCheck({
    store,
    readDir: configuration.dataDir,
    authority,
    onProgress: ({ done, total }) => show(done, total),
  });
  return check?.tables ?? [];
}

const KINDS = {
  missing: 'manque',
  'left over': 'est en trop',
  different: 'diffère',
} as const;

const differing = ({ table, differences }: TableComparison): Finding[] =>
  differences.map(({ key, kind, columns }) => {
    const which = Object.entries(key).map(([column, value]) => `${column} = ${String(value)}`);
    const row = which.length === 0 ? '' : `, ligne ${which.join(', ')}`;
    const where = columns.length === 0 ? '' : ` (${columns.join(', ')})`;
    return { severity: 'faute', message: `table ${table}${row} : ${KINDS[kind]}${where}` };
  });

async function examineLog({ store, app }: OpenRegister, authority: string) {
  const files = app.get(FileStore, { strict: false });
  const show = progressLine(`Journal de ${authority}`);
  const lengths = new Map<string, number>();
  const findings: Finding[] = [];
  const troubles = new Map<string, string>();
  const erased = new Set<string>();
  const named = new Set<string>();
  let [count, references] = [0, 0];
  const fault = (message: string) => void findings.push({ severity: 'faute', message });
  for await (const events of store.readLog(authority)) {
    for (const event of events) {
      const expected = lengths.get(event.stream) ?? 0;
      if (streamParts(event.stream)?.authority !== authority)
        fault(`événement ${count} : flux ${event.stream} étranger`);
      if (event.revision !== expected)
        fault(`${event.stream} : révision ${event.revision}, ${expected} attendue`);
      if (event.metadata.authority !== authority)
        fault(`événement ${count} : collectivité ${event.metadata.authority}`);
      lengths.set(event.stream, event.revision + 1);
      for (const reference of filesNamedBy(event)) {
        references += 1;
        named.add(reference.id);
        await files
          .get(authority, reference)
          .catch((error: Error) => void troubles.set(reference.id, error.message));
      }
      const content = erasedBy(event);
      if (content !== undefined) erased.add(content);
      count += 1;
    }
    show(count);
  }
  // What was erased is missing by right: the log says so, and on what basis.
  for (const [id, message] of troubles) if (!erased.has(id)) fault(`fichier ${id} : ${message}`);
  for (const id of erased)
    if (!troubles.has(id))
      findings.push({ severity: 'à faire', message: `fichier ${id} : effacé, encore là` });
  findings.push(...(await orphans(files, authority, named)));
  return { events: count, files: references, erased: erased.size, findings };
}

/**
 * Files that no event names: what a crash left between the file and its event. A young one may still be named by an
 * upload or a certification under way.
 */
async function orphans(files: FileStore, authority: string, named: ReadonlySet<string>): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const { id, keptAt } of files.list(authority)) {
    if (named.has(id) || Date.now() - keptAt.getTime() < UNDER_WAY) continue;
    found.push({ severity: 'à faire', message: `fichier ${id} : aucun événement ne le nomme` });
  }
  return found;
}

async function haltedModels({ readModels }: OpenRegister, authority: string): Promise<Finding[]> {
  const status = await readModels.status(authority);
  const halted = (status?.models ?? []).flatMap(({ name, halted: at }): Finding[] =>
    at === null
      ? []
      : [
          {
            severity: 'faute',
            message: `vue ${name} arrêtée avant l’événement ${at.ordinal} (${at.type}) : ${at.error}`,
          },
        ],
  );
  const trouble = status?.trouble ?? null;
  return trouble === null ? halted : [...halted, { severity: 'faute', message: trouble.message }];
}

function tell({ authority, events, files, erased, findings, tables }: Report): void {
  const sound = findings.length === 0 ? 'rien à signaler' : `${findings.length} constat(s)`;
  say(
    `${authority} : ${events} événements, ${files} fichiers nommés${erased === 0 ? '' : `, dont ${erased} effacés`} ; ${sound}`,
  );
  for (const { severity, message } of findings) say(`  - ${severity} : ${message}`);
  if (tables === null) return;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const wrong = tables.filter(({ differences }) => differences.length > 0).length;
  const told = wrong === 0 ? 'les mêmes que reconstruites' : `${wrong} table(s) en diffèrent`;
  say(`  vues : ${tables.length} tables, ${rows} lignes, ${told}`);
}

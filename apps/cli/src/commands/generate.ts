import { FolderFileStore } from '@registre/documents';
import { openEventStore } from '@registre/event-store';
import {
  FIRST_YEAR,
  generateRegister,
  LAST_YEAR,
  NotGenerated,
  type GeneratedRegister,
} from '@registre/exchange';
import { impossible } from '@registre/platform';
import { Command, InvalidArgumentError } from 'commander';
import { configurationOf, type CommonOptions } from '../open-register.js';
import { progressLine, say, sayJson } from '../print.js';
import { withCommonOptions } from '../common-options.js';

interface GenerateOptions extends CommonOptions {
  readonly sessions: number;
  readonly seed: string;
  readonly from: number;
}

const AUTHORITY = 'valdore';

/** `registre generate`: years of an authority that never was, the same ones for the same seed. */
export const generateCommand = (): Command =>
  withCommonOptions(new Command('generate'))
    .description('écrit des années d’une collectivité fictive : instances, séances, scrutins et leurs suites')
    .requiredOption('--sessions <nombre>', 'nombre de séances', wholeNumber(1, 100_000))
    .requiredOption('--seed <graine>', 'la même donne la même histoire')
    .option('--from <année>', 'première année', wholeNumber(2009, LAST_YEAR), FIRST_YEAR)
    .action(async (options: GenerateOptions) => {
      const generated = await generate(options);
      if (options.json) return sayJson(generated);
      const { authority, events, found, sessions, bodies, firstYear, lastYear } = generated;
      const already = found === 0 ? '' : `, dont ${found} déjà là`;
      say(
        `${authority} : ${sessions} séances de ${bodies} instances, de ${firstYear} à ${lastYear} ; ${events} événements${already}`,
      );
    });

async function generate(
  options: GenerateOptions,
): Promise<GeneratedRegister & { readonly authority: string }> {
  const { sessions, seed, from, authority = AUTHORITY } = options;
  const configuration = configurationOf(options);
  if (configuration.store.kind !== 'embedded') throw onlyEmbedded();
  const store = openEventStore(configuration.store);
  const show = progressLine(`Histoire de ${authority}`);
  try {
    const files = new FolderFileStore({ dataDir: configuration.dataDir });
    const generated = await generateRegister(store, files, {
      authority,
      sessions,
      seed,
      from,
      onProgress: ({ events, share }) => show(events, Math.round(events / Math.max(share, 1e-3))),
    });
    return { authority, ...generated };
  } catch (error) {
    throw error instanceof NotGenerated ? notGenerated(authority, error) : error;
  } finally {
    await store.close();
  }
}

const onlyEmbedded = () =>
  impossible(
    'generate.embedded-only',
    'Une histoire s’écrit dans un dossier de données ; « registre copy » la porte ensuite dans EventStoreDB.',
  );

const notGenerated = (authority: string, { ordinal }: NotGenerated) =>
  impossible(
    'generate.another-log',
    `Le journal de « ${authority} » tient autre chose que cette histoire, dès l’événement ${ordinal} : rien n’y est ajouté.`,
  );

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`un nombre entier de ${least} à ${most}`);
  };

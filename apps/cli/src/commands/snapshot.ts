import { resolve } from 'node:path';
import { createSnapshot, restoreSnapshot } from '@registre/projections';
import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { withRegister, type CommonOptions, type OpenRegister } from '../open-register.js';
import { say, sayJson } from '../print.js';

/** `registre snapshot create|restore`: a new node begins from the read models of another one. */
export const snapshotCommand = (): Command =>
  new Command('snapshot')
    .description('copie les vues d’un nœud, pour qu’un autre n’ait pas à relire tout le journal')
    .addCommand(createCommand().exitOverride())
    .addCommand(restoreCommand().exitOverride());

const createCommand = (): Command =>
  withCommonOptions(new Command('create'))
    .description('copie les vues dans un nouveau dossier')
    .requiredOption('--output <dossier>', 'où rien n’existe encore')
    .action((options: CommonOptions & { readonly output: string }) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const manifest = await createSnapshot(placeOf(register, authority), resolve(options.output));
        if (options.json) return sayJson(manifest);
        const megabytes = Math.ceil(manifest.file.bytes / 1_000_000);
        say(`${authority} : vues copiées après l’événement ${manifest.head.ordinal}, ${megabytes} Mo`);
      }),
    );

const restoreCommand = (): Command =>
  withCommonOptions(new Command('restore'))
    .description('reprend les vues copiées, puis lit ce que le journal tient de plus')
    .argument('<dossier>')
    .action((folder: string, options: CommonOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        const restored = await restoreSnapshot(placeOf(register, authority), resolve(folder));
        await register.catchUp(authority);
        const status = await register.readModels.status(authority);
        if (options.json) return sayJson({ restored, status });
        const ordinal = Math.min(...(status?.models ?? []).map((model) => model.ordinal ?? -1));
        const how = restored ? 'vues reprises' : 'vues déjà aussi avancées, rien de repris';
        say(`${authority} : ${how} ; à jour après l’événement ${ordinal}`);
      }),
    );

const placeOf = ({ store, configuration }: OpenRegister, authority: string) => ({
  store,
  readDir: configuration.dataDir,
  authority,
});

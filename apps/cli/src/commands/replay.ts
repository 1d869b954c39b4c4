import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { withRegister, type CommonOptions } from '../open-register.js';
import { progressLine, say, sayJson } from '../print.js';

/** `registre replay`: the read models are made anew from the log, beside the old ones. */
export const replayCommand = (): Command =>
  withCommonOptions(new Command('replay'))
    .description('reconstruit les vues à partir du journal')
    .action((options: CommonOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        const show = progressLine('Relecture');
        await register.readModels.rebuild(authority, ({ done, total }) => show(done, total));
        await register.catchUp(authority);
        const status = await register.readModels.status(authority);
        if (options.json) return sayJson(status);
        for (const { name, ordinal, halted } of status?.models ?? []) {
          const state =
            halted === null ? 'à jour' : `arrêtée avant l’événement ${halted.ordinal} : ${halted.error}`;
          say(`${name} : ${state} (dernier événement : ${ordinal ?? 'aucun'})`);
        }
      }),
    );

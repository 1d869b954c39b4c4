import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { dossierLines } from '../dossier-lines.js';
import { findAffair } from '../find-affair.js';
import { withRegister, type CommonOptions } from '../open-register.js';
import { say, sayJson } from '../print.js';

/** `registre show ID`: an affair from the agenda to the act. */
export const showCommand = (): Command =>
  withCommonOptions(new Command('show'))
    .description('une affaire, de l’ordre du jour à l’acte')
    .argument('<id>', 'identifiant, numéro, ou DOSSIER/CLÉ')
    .action((reference: string, options: CommonOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const dossier = await findAffair(register, authority, reference);
        if (options.json) return sayJson(dossier);
        say(dossierLines(dossier).join('\n'));
      }),
    );

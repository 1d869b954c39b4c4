import { ExtractReader } from '@registre/api/register';
import { Command, Option } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { findAffair } from '../find-affair.js';
import { withRegister, type CommonOptions } from '../open-register.js';

/** `registre extract ID`: the extract, frozen when certified, else marked as a draft. */
export const extractCommand = (): Command =>
  withCommonOptions(new Command('extract'))
    .description('l’extrait d’une délibération')
    .argument('<id>', 'identifiant, numéro, ou DOSSIER/CLÉ')
    .addOption(new Option('--format <format>', 'forme').choices(['text', 'json']).default('text'))
    .action((reference: string, options: CommonOptions & { format: 'text' | 'json' }) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const { session, affair } = await findAffair(register, authority, reference);
        const { text, variables } = await register.app
          .get(ExtractReader, { strict: false })
          .read(authority, session, affair);
        const content = options.format === 'json' ? variables : text;
        process.stdout.write(content.endsWith('\n') ? content : `${content}\n`);
      }),
    );

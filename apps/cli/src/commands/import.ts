import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import { OtherSessions } from '@registre/deliberation';
import { FileStore } from '@registre/documents';
import { DiskRecordFolder, importRecord, type ImportedRecord } from '@registre/exchange';
import { Clock, newId } from '@registre/platform';
import { Command } from 'commander';
import { withActor, withCommonOptions } from '../common-options.js';
import { withRegister, type CommonOptions, type OpenRegister } from '../open-register.js';
import { progressLine, say, sayJson } from '../print.js';

interface ImportOptions extends CommonOptions {
  readonly asProclaimed?: boolean;
  readonly asCorrection?: boolean;
  readonly actor: string;
}

/** `registre import FILE…`: whole séances from session records. */
export const importCommand = (): Command =>
  withActor(withCommonOptions(new Command('import')))
    .description('importe des séances entières (fichiers de séance)')
    .argument('<fichiers...>')
    .option('--as-proclaimed', 'prendre les contradictions telles que la source les proclame, chacune notée')
    .option(
      '--as-correction',
      'enregistrer les différences d’une révision ultérieure comme des rectifications',
    )
    .action((files: string[], options: ImportOptions) =>
      withRegister(options, async (register) => {
        const imported = [];
        for (const file of files) imported.push(await importFile(register, file, options));
        for (const authority of new Set(imported.map((one) => one.authority)))
          await register.catchUp(authority);
        if (options.json) sayJson(imported);
        else imported.forEach(tell);
      }),
    );

async function importFile(
  register: OpenRegister,
  file: string,
  { asProclaimed = false, asCorrection = false, actor }: ImportOptions,
): Promise<ImportedRecord> {
  const show = progressLine(file);
  const { app, store } = register;
  return importRecord(
    {
      store,
      files: app.get(FileStore, { strict: false }),
      clock: app.get(Clock, { strict: false }),
      otherSessions: app.get(OtherSessions, { strict: false }),
      commands: app.get(CommandBus, { strict: false }),
    },
    {
      bytes: await readFile(file),
      folder: new DiskRecordFolder(dirname(resolve(file))),
      context: { actor, correlationId: newId() },
      asProclaimed,
      asCorrection,
      onProgress: ({ done, total }) => show(done, total),
    },
  );
}

function tell({ record, revision, affairs, disagreements, corrections, already }: ImportedRecord): void {
  const noted = disagreements === 0 ? '' : `, ${disagreements} désaccord(s) noté(s)`;
  const corrected = corrections === 0 ? '' : `, ${corrections} rectification(s)`;
  const what = already
    ? 'déjà au registre, rien d’ajouté'
    : `importé : ${affairs.length} affaire(s)${corrected}${noted}`;
  say(`${record} (révision ${revision}) ${what}`);
}

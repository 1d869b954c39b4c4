import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { occurredLong, ruleLong } from '@registre/deliberation';
import { Refusal } from '@registre/platform';
import {
  auditExport,
  auditPages,
  EXPORT_FORMATS,
  type AuditEntry,
  type AuditTrailRequest,
  type ExportFormat,
} from '@registre/projections';
import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { findAffair } from '../find-affair.js';
import { withRegister, type CommonOptions } from '../open-register.js';
import { say } from '../print.js';

interface HistoryOptions extends CommonOptions {
  readonly format?: string;
  readonly output?: string;
}

/** `registre history [ID]`: what happened, event by event. */
export const historyCommand = (): Command =>
  withCommonOptions(new Command('history'))
    .description('l’historique, événement par événement')
    .argument('[id]', 'une affaire : identifiant, numéro, ou DOSSIER/CLÉ')
    .option('--format <format>', 'pour l’audit\u00a0: jsonl ou csv')
    .option('--output <fichier>', 'où l’écrire (défaut\u00a0: à l’écran)')
    .action((reference: string | undefined, options: HistoryOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const affair =
          reference === undefined ? undefined : (await findAffair(register, authority, reference)).affair;
        const ask = (request: AuditTrailRequest) => register.readModels.auditTrail(authority, request);
        const format = formatOf(options);
        if (format !== undefined) {
          return writeOut(auditExport(ask, { affair }, format), options.output);
        }
        for await (const entries of auditPages(ask, { affair })) {
          if (options.json) for (const entry of entries) say(JSON.stringify(entry));
          else for (const entry of entries) say(linesOf(entry));
        }
      }),
    );

/** @throws Refusal `invalid` for a format that is not known; a file without a format is `jsonl` */
function formatOf({ format, output }: HistoryOptions): ExportFormat | undefined {
  if (format === undefined) return output === undefined ? undefined : 'jsonl';
  const known = EXPORT_FORMATS.find((one) => one === format);
  if (known !== undefined) return known;
  throw new Refusal(
    'invalid',
    'unknown-format',
    `Format inconnu\u00a0: ${format}. Attendu\u00a0: jsonl ou csv.`,
  );
}

/** The file appears once it is whole. */
async function writeOut(pieces: AsyncIterable<string>, output: string | undefined): Promise<void> {
  if (output === undefined) {
    for await (const piece of pieces) await print(piece);
    return;
  }
  const unfinished = `${output}.incomplet`;
  try {
    await pipeline(pieces, createWriteStream(unfinished));
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** What is slow to read is not piled up in memory. */
const print = (piece: string): Promise<void> =>
  new Promise((done, failed) => {
    process.stdout.write(piece, (error) => (error == null ? done() : failed(error)));
  });

function linesOf(entry: AuditEntry): string {
  const learned = `appris le ${entry.recordedAt.slice(0, 16).replace('T', ' à ')} UTC`;
  const said = [occurredLong(entry.occurredAt), learned, `par ${entry.actor}`];
  if (entry.source !== null) said.push(`selon « ${entry.source.title ?? entry.source.record} »`);
  if (entry.corrects !== null) said.push(`corrige le n° ${entry.corrects}`);
  if (entry.correctedBy !== null) said.push(`corrigé par le n° ${entry.correctedBy}`);
  const irregular = entry.irregularities.map(({ rule, reason }) => `      ⚠ ${ruleLong(rule)} — ${reason}`);
  return [
    `${String(entry.ordinal).padStart(5)} ${entry.sentence}`,
    `      ${said.join(' · ')}`,
    ...irregular,
  ].join('\n');
}

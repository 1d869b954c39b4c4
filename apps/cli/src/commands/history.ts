import { occurredLong, ruleLong } from '@registre/deliberation';
import type { AuditEntry } from '@registre/projections';
import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { findAffair } from '../find-affair.js';
import { withRegister, type CommonOptions, type OpenRegister } from '../open-register.js';
import { say } from '../print.js';

/** `registre history [ID]`: what happened, event by event. */
export const historyCommand = (): Command =>
  withCommonOptions(new Command('history'))
    .description('l’historique, événement par événement')
    .argument('[id]', 'une affaire : identifiant, numéro, ou DOSSIER/CLÉ')
    .action((reference: string | undefined, options: CommonOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const affair =
          reference === undefined ? undefined : (await findAffair(register, authority, reference)).affair;
        for await (const entries of pages(register, authority, affair)) {
          if (options.json) for (const entry of entries) say(JSON.stringify(entry));
          else for (const entry of entries) say(linesOf(entry));
        }
      }),
    );

async function* pages(
  { readModels }: OpenRegister,
  authority: string,
  affair: string | undefined,
): AsyncGenerator<readonly AuditEntry[]> {
  let cursor: string | undefined;
  do {
    const page = await readModels.auditTrail(authority, { affair, cursor, limit: 500 });
    yield page?.items ?? [];
    cursor = page?.next ?? undefined;
  } while (cursor !== undefined);
}

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

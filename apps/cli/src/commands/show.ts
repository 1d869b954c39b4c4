import { notFound } from '@registre/platform';
import { withEffectOn, type AffairDossier } from '@registre/projections';
import { Command } from 'commander';
import { calendarDay } from '../calendar-day.js';
import { withCommonOptions } from '../common-options.js';
import { dossierLines } from '../dossier-lines.js';
import { findAffair } from '../find-affair.js';
import { withRegister, type CommonOptions, type OpenRegister } from '../open-register.js';
import { say, sayJson } from '../print.js';

interface ShowOptions extends CommonOptions {
  readonly asKnownAt?: string;
  readonly inEffectAt?: string;
}

/** `registre show ID`: an affair from the agenda to the act. */
export const showCommand = (): Command =>
  withCommonOptions(new Command('show'))
    .description('une affaire, de l’ordre du jour à l’acte')
    .argument('<id>', 'identifiant, numéro, ou DOSSIER/CLÉ')
    .option('--as-known-at <moment>', 'tel que connu : numéro d’ordre, jour (AAAA-MM-JJ) ou instant')
    .option('--in-effect-at <date>', 'dit si l’acte est en vigueur ce jour-là, AAAA-MM-JJ')
    .action((reference: string, options: ShowOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const now = await findAffair(register, authority, reference);
        const known = await asKnown(register, authority, now, options.asKnownAt);
        const { inEffectAt } = options;
        const dossier = inEffectAt === undefined ? known : withEffectOn(known, calendarDay(inEffectAt));
        if (options.json) return sayJson(dossier);
        say(dossierLines(dossier).join('\n'));
      }),
    );

/** The dossier as the register knew it then. @throws Refusal `not-found` when it did not yet */
async function asKnown(
  { past }: OpenRegister,
  authority: string,
  now: AffairDossier,
  at: string | undefined,
): Promise<AffairDossier> {
  if (at === undefined) return now;
  const ordinal = await past.ordinalAt(authority, at);
  const then = ordinal === undefined ? undefined : await past.affair(authority, now.affair, ordinal);
  if (then === undefined) {
    throw notFound('not-known-then', 'Le registre ne connaissait pas cette affaire à ce moment-là.');
  }
  return then;
}

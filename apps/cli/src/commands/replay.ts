import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { findSession } from '../find-session.js';
import { withRegister, type CommonOptions, type OpenRegister } from '../open-register.js';
import { progressLine, say, sayJson } from '../print.js';
import { eventsOf, stepAt, stepJson, stepLines } from '../session-steps.js';
import { stepThrough } from '../step-through.js';

interface ReplayOptions extends CommonOptions {
  readonly step?: boolean;
}

/** `registre replay`: the read models are made anew from the log; with a séance, it is played again step by step. */
export const replayCommand = (): Command =>
  withCommonOptions(new Command('replay'))
    .description('reconstruit les vues à partir du journal ; rejoue une séance, événement par événement')
    .argument('[séance]', 'identifiant, dossier importé, ou jour (AAAA-MM-JJ)')
    .option('--step', 'au terminal, une étape à la fois, aux flèches du clavier')
    .action((reference: string | undefined, { step = false, ...options }: ReplayOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        if (reference === undefined) return rebuild(register, authority, options);
        await register.catchUp(authority);
        const { session } = await findSession(register, authority, reference);
        await play(register, authority, session, { ...options, step });
      }),
    );

async function play(
  register: OpenRegister,
  authority: string,
  session: string,
  { json, step }: ReplayOptions,
): Promise<void> {
  const events = await eventsOf(register, authority, session);
  const at = (place: number) => stepAt(register, authority, session, events, place);
  if (json) {
    const steps = [];
    for (const place of events.keys()) steps.push(stepJson(await at(place)));
    return sayJson(steps);
  }
  if (step === true && process.stdin.isTTY && process.stdout.isTTY) {
    return stepThrough(events.length, async (place) => stepLines(await at(place)).join('\n'));
  }
  for (const place of events.keys()) say(stepLines(await at(place)).join('\n'));
}

async function rebuild(register: OpenRegister, authority: string, { json }: CommonOptions): Promise<void> {
  const show = progressLine('Relecture');
  await register.readModels.rebuild(authority, ({ done, total }) => show(done, total));
  await register.catchUp(authority);
  const status = await register.readModels.status(authority);
  if (json) return sayJson(status);
  for (const { name, ordinal, halted } of status?.models ?? []) {
    const state =
      halted === null ? 'à jour' : `arrêtée avant l’événement ${halted.ordinal} : ${halted.error}`;
    say(`${name} : ${state} (dernier événement : ${ordinal ?? 'aucun'})`);
  }
}

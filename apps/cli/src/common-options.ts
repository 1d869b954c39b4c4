import type { Command } from 'commander';

/** Adds what every command takes. */
export const withCommonOptions = (command: Command): Command =>
  command
    .option('--data <dossier>', 'dossier des données (défaut : ./data, ou REGISTRE_DATA)')
    .option('--authority <clé>', 'collectivité, là où il y en a plusieurs')
    .option('--json', 'en JSON, pour les programmes');

/** Adds the name under which what is written goes into the history: nobody is asked for a token on the files. */
export const withActor = (command: Command): Command =>
  command.option('--actor <nom>', 'au nom de qui', 'local');

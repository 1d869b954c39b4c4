import { Access } from '@registre/api/register';
import { Command } from 'commander';
import { newLink } from '../entry-link.js';
import { configurationOf } from '../open-register.js';
import { say } from '../print.js';

/** `registre serve`: the HTTP interface and the pages. */
export const serveCommand = (): Command =>
  new Command('serve')
    .description('sert les pages et l’interface HTTP')
    .option('--data <dossier>', 'dossier des données (défaut : ./data, ou REGISTRE_DATA)')
    .option('--port <port>', 'port (défaut : 3000, ou REGISTRE_PORT ; 0 : un port libre)')
    .action(async ({ data, port }: { data?: string; port?: string }) => {
      if (port !== undefined) process.env['REGISTRE_PORT'] = port;
      const configuration = configurationOf(data === undefined ? {} : { data });
      // Loaded here: no other command needs the HTTP server.
      const { createServer } = await import('@registre/api');
      const app = await createServer(configuration);
      try {
        await app.listen(configuration.port, configuration.host);
      } catch (error) {
        // What is open already would keep the process from ending.
        await app.close();
        throw error;
      }
      const url = await app.getUrl();
      say(`Registre ouvert sur ${url} (Ctrl-C pour arrêter)`);
      if (configuration.access.oidc === null) {
        const link = await newLink(app.get(Access), configuration.access.publicUrl ?? url);
        say(`\nPour entrer, ouvrez ce lien : il sert une fois, avant douze heures.\n\n  ${link}\n`);
      }
    });

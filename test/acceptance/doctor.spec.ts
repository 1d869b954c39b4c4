import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { readConfiguration, RegisterModule } from '@registre/api/register';
import { EraseContent } from '@registre/deliberation';
import { newId } from '@registre/platform';
import { eachStore } from '../support/each-store.js';
import type { LooseJson } from '../support/loose-json.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { constituteCouncil, members, openSeance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const PDF = Buffer.from(`%PDF-1.7\n${'Situation personnelle\n'.repeat(100)}%%EOF\n`);

eachStore('registre doctor', (store) => {
  const dataDir = tempFolder();
  let register: RegisterClient;
  let content: string;
  const path = () => join(dataDir, register.authority, 'files', content.slice(0, 2), content.slice(2));

  const doctor = async (): Promise<LooseJson> => {
    const args = ['doctor', '--data', dataDir, '--authority', register.authority, '--json'];
    return JSON.parse((await runCli(args, store.env)).stdout)[0];
  };

  /** The event without what follows it: as a node leaves it that dies in between. */
  async function eraseAndDie(session: string, affair: string): Promise<void> {
    const configuration = readConfiguration({ ...store.env, REGISTRE_DATA: dataDir });
    const node = await NestFactory.createApplicationContext(
      RegisterModule.of(configuration, { threads: false }),
      { logger: false, abortOnError: false },
    );
    const context = { authority: register.authority, actor: 'greffe', correlationId: newId() };
    const body = { what: 'annex', content, basis: 'RGPD, article 17' } as const;
    await node.get(CommandBus, { strict: false }).execute(new EraseContent(context, session, affair, body));
    await node.close();
  }

  describe('given an annex that was erased, and a crash before its bytes went', () => {
    beforeAll(async () => {
      const server = await startServer({ dataDir, env: store.env });
      register = new RegisterClient(server.url);
      await constituteCouncil(register, 3);
      const seance = await openSeance(register, { inOffice: 3, present: members(3) });
      const affair = await seance.place('Une aide');
      const address = `${seance.affairPath(affair)}/annexes/file?title=Dossier`;
      await register.sendText(address, PDF, { 'content-type': 'application/octet-stream' });
      content = (await register.read(`/affairs/${affair}`)).annexes[0].file.id;
      await server.stop();
      await eraseAndDie(seance.id, affair);
    });

    it('when doctor looks, then the bytes go first, and there is nothing to tell', async () => {
      expect(existsSync(path())).toBe(true);
      expect(await doctor()).toMatchObject({ erased: 1, findings: [] });
      expect(existsSync(path())).toBe(false);
    });

    it('when the bytes come back afterwards, as from a backup, then doctor tells it', async () => {
      writeFileSync(path(), PDF);
      const message = `fichier ${content} : effacé, encore là`;
      expect((await doctor()).findings).toEqual([{ severity: 'à faire', message }]);
    });
  });
});

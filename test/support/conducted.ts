import type { Browser } from 'playwright-core';
import { afterwards } from './afterwards.js';
import { startBrowser } from './browser.js';
import { Clerk } from './clerk.js';
import { constituteSeven, conveneSeven, openSeven } from './council.js';
import type { LooseJson } from './loose-json.js';
import { RegisterClient } from './register-client.js';
import { startServer, type RunningServer } from './start-server.js';
import { tempFolder } from './temp-folder.js';
import { ALL_GRANTS, giveOut } from './tokens.js';

/** A séance of the council of seven, a clerk at the page that conducts it, and the register behind it. */
export class Conducted {
  private constructor(
    private running: RunningServer,
    readonly dataDir: string,
    readonly browser: Browser,
    readonly register: RegisterClient,
    readonly session: string,
    readonly clerk: Clerk,
  ) {}

  /** @param isOpen five are there and the séance is open; else it is only convened. */
  static async begin({ isOpen = true, convened = {} } = {}): Promise<Conducted> {
    const dataDir = tempFolder();
    const server = await startServer({ dataDir });
    const browser = await startBrowser();
    // A test that fails before it has begun leaves no browser behind.
    afterwards(() => browser.close());
    const register = new RegisterClient(server.url, 'brindas');
    await constituteSeven(register);
    const session = await conveneSeven(register, convened);
    if (isOpen) await openSeven(register, session);
    const clerk = await Clerk.enter(browser, await server.entryLink());
    const conducted = new Conducted(server, dataDir, browser, register, session, clerk);
    await clerk.page.goto(conducted.address('conduite'));
    await clerk.page.getByRole('heading', { name: 'Ordre du jour' }).waitFor();
    return conducted;
  }

  get server(): RunningServer {
    return this.running;
  }

  /** A server that was killed begins again, at the same address. */
  async restart(): Promise<void> {
    const { port } = new URL(this.running.url);
    this.running = await startServer({ dataDir: this.dataDir, port });
  }

  /** The clerk goes on with a session of that length, in seconds. @returns the moment of its end, in ms since 1970 */
  async withSessionOf(lifetime: number): Promise<number> {
    const { text, expiresAt } = await giveOut(this.dataDir, 'session', { grants: ALL_GRANTS, lifetime });
    await this.clerk.context.addCookies([{ name: 'registre_session', value: text, url: this.server.url }]);
    return expiresAt * 1_000;
  }

  address(face: 'conduite' | 'salle'): string {
    return `${this.server.url}/brindas/seances/${this.session}/${face}`;
  }

  async board(): Promise<LooseJson> {
    return this.register.read(`/sessions/${this.session}`);
  }

  /** Another hand records it. @param path after the séance's own */
  async elsewhere(path: string, body: object): Promise<LooseJson> {
    return this.register.command(`/sessions/${this.session}${path}`, body);
  }
}

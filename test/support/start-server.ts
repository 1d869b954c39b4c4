import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterwards } from './afterwards.js';
import { everyRole, giveOut, knowToken, ALL_GRANTS } from './tokens.js';
import { startCli, type Environment } from './run-cli.js';

export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** A token with every role in every authority, which `RegisterClient` shows by itself. */
  readonly token: string;
  /** A one-time link that opens a browser's session with every role. */
  entryLink(): Promise<string>;
  /** Ends it as an operator does. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  readonly dataDir: string;
  readonly env?: Environment;
  /** Any free one if absent. */
  readonly port?: string;
}

/** `registre serve`, once it says where; stopped when the file's tests are over at the latest. */
export async function startServer({ dataDir, env = {}, port = '0' }: ServerOptions): Promise<RunningServer> {
  const child = startCli(['serve', '--data', dataDir, '--port', port], {
    REGISTRE_LOG_LEVEL: 'warn',
    REGISTRE_RATE_PERSON: '1000000000',
    REGISTRE_REQUESTS_AT_ONCE: '100000',
    ...env,
  });
  const end = (signal: NodeJS.Signals) => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  };
  afterwards(end('SIGKILL'));
  const url = await addressOf(child);
  const token = await everyRole(dataDir);
  knowToken(url, token);
  const entryLink = async () =>
    `${url}/entrer?jeton=${(await giveOut(dataDir, 'link', { grants: ALL_GRANTS })).text}`;
  return { url, token, entryLink, stop: end('SIGTERM'), kill: end('SIGKILL') };
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const output of [child.stdout, child.stderr]) {
      output?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [, url] = /(http:\/\/\S+:\d+)/.exec(said) ?? [];
        if (url !== undefined) resolve(url);
      });
    }
    child.on('error', reject).on('close', () => reject(new Error(`the server did not start:\n${said}`)));
  });
}

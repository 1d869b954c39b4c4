import { EVERY_AUTHORITY, ROLES, type Access, type Grant, type Role } from '@registre/api/register';
import { AUTHORITY_KEY } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import { Command, Option } from 'commander';
import { chosenAuthority } from '../chosen-authority.js';
import { withCommonOptions } from '../common-options.js';
import { newLink } from '../entry-link.js';
import { configurationOf, type CommonOptions } from '../open-register.js';
import { say, sayJson, sayTable } from '../print.js';
import { withAccess } from '../with-access.js';

interface TokenOptions extends CommonOptions {
  readonly role: readonly string[];
  readonly for: string;
  readonly body?: readonly string[];
  readonly origin?: readonly string[];
  readonly expires: string;
}

/** `registre token`: gives out a signed token; `token list`, `token revoke`, `token link`. */
export const tokenCommand = (): Command =>
  withCommonOptions(new Command('token'))
    .description('donne un jeton d’accès à l’interface HTTP')
    .addOption(new Option('--role <rôle...>', 'ce qu’il permet').choices(ROLES))
    .option('--for <nom>', 'à qui : le nom qui sera dans l’historique')
    .option('--body <clé...>', 'limité à ces instances')
    .option(
      '--origin <origine...>',
      'pour un tableau de bord : les seules origines d’où un navigateur l’enverra',
    )
    .option('--expires <durée>', 'durée : 12h, 30d', '30d')
    .action((options: TokenOptions) => give(options))
    .addCommand(listCommand())
    .addCommand(revokeCommand())
    .addCommand(linkCommand());

async function give(options: TokenOptions): Promise<void> {
  const roles = (options.role ?? []) as readonly Role[];
  if (roles.length === 0 || options.for === undefined) {
    throw new Refusal('invalid', 'token', 'Dites --role et --for : ce que le jeton permet, et à qui.');
  }
  await withAccess(options, async ({ credentials }, authorities) => {
    const grant: Grant = {
      authority: await authorityOf(options.authority, roles, authorities),
      roles,
      bodies: options.body ?? null,
    };
    const issued = await credentials.issue('token', {
      actor: options.for.normalize('NFC'),
      grants: [grant],
      origins: options.origin ?? null,
      lifetime: seconds(options.expires),
    });
    if (options.json)
      return sayJson({ id: issued.id, token: issued.text, expiresAt: dateOf(issued.expiresAt) });
    say(issued.text);
    process.stderr.write(`Jeton ${issued.id}, jusqu’au ${dateOf(issued.expiresAt)}. Il ne sera pas redit.\n`);
  });
}

// A token may be given before the authority is registered: its key is said, then.
async function authorityOf(
  named: string | undefined,
  roles: readonly Role[],
  authorities: () => Promise<readonly string[]>,
): Promise<string> {
  if (named === undefined) {
    return roles.includes('operator') ? EVERY_AUTHORITY : chosenAuthority(await authorities(), undefined);
  }
  if (named === EVERY_AUTHORITY || AUTHORITY_KEY.test(named)) return named;
  throw new Refusal('invalid', 'authority-key', `« ${named} » n’est pas une clé de collectivité.`);
}

function seconds(duration: string): number {
  const [, count, unit] = /^(\d{1,5})([smhd])$/.exec(duration) ?? [];
  const lengths = { s: 1, m: 60, h: 3_600, d: 86_400 };
  if (count !== undefined && unit !== undefined) return Number(count) * lengths[unit as keyof typeof lengths];
  throw new Refusal(
    'invalid',
    'duration',
    `« ${duration} » : une durée est attendue, par exemple 12h ou 30d.`,
  );
}

const listCommand = (): Command =>
  withCommonOptions(new Command('list'))
    .description('les jetons, liens et sessions qui ont été donnés')
    .action((_options: unknown, command: Command) =>
      withAccess(command.optsWithGlobals<CommonOptions>(), async ({ credentials: { book } }) => {
        const all = book.list();
        if (command.optsWithGlobals<CommonOptions>().json) return sayJson(all);
        sayTable(
          ['Identifiant', 'Sorte', 'Pour', 'Droits', 'Jusqu’au', 'État'],
          all.map(({ id, kind, actor, grants, expiresAt, ended }) => [
            id,
            KINDS[kind],
            actor,
            grants.map(grantLong).join(' ; '),
            dateOf(expiresAt),
            ended === null ? (expiresAt * 1000 < Date.now() ? 'expiré' : 'valable') : ENDS[ended],
          ]),
        );
      }),
    );

const revokeCommand = (): Command =>
  withCommonOptions(new Command('revoke'))
    .description('retire un jeton ou une session')
    .argument('<identifiant>', 'son identifiant, ou le début')
    .action((start: string, _options: unknown, command: Command) =>
      withAccess(command.optsWithGlobals<CommonOptions>(), async (access) => revoke(access, start)),
    );

function revoke({ credentials: { book } }: Access, start: string): void {
  const named = book.list().filter(({ id }) => id.startsWith(start));
  const [only, ...others] = named;
  if (only === undefined) throw new Refusal('not-found', 'unknown-token', `Aucun jeton « ${start} ».`);
  if (others.length > 0)
    throw new Refusal('invalid', 'several-tokens', `Plusieurs commencent par « ${start} ».`);
  const done = book.end(only.id, 'revoked');
  say(done ? `Retiré : ${only.id} (${only.actor})` : `Déjà sans effet : ${only.id}`);
}

const linkCommand = (): Command =>
  withCommonOptions(new Command('link'))
    .description('un lien qui ouvre une session dans le navigateur, une fois, avec tous les rôles')
    .option('--url <adresse>', 'où le serveur répond (défaut : http://127.0.0.1:3000)')
    .action((_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { url?: string }>();
      const { access, port } = configurationOf(options);
      const url = options.url ?? access.publicUrl ?? `http://127.0.0.1:${port}`;
      return withAccess(options, async (opened) => say(await newLink(opened, url)));
    });

const KINDS = { token: 'jeton', session: 'session', link: 'lien' } as const;
const ENDS = { revoked: 'retiré', used: 'utilisé', left: 'quitté' } as const;

const grantLong = ({ authority, roles, bodies }: Grant): string =>
  `${authority} : ${roles.join(', ')}${bodies === null ? '' : ` (${bodies.join(', ')})`}`;

const dateOf = (at: number): string => new Date(at * 1000).toISOString();

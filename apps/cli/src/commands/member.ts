import { dateLong } from '@registre/deliberation';
import { notFound } from '@registre/platform';
import type { MemberRecord, MemberRequest, MemberSession, MemberVote } from '@registre/projections';
import { Command } from 'commander';
import { withCommonOptions } from '../common-options.js';
import { withRegister, type CommonOptions, type OpenRegister } from '../open-register.js';
import { say, sayJson } from '../print.js';

/** `registre member REF`: what closed séances tell of a member. */
export const memberCommand = (): Command =>
  withCommonOptions(new Command('member'))
    .description('un membre\u00a0: présences, pouvoirs, déports, votes publics')
    .argument('<ref>', 'référence du membre')
    .option('--body <clé>', 'une instance')
    .option('--as-known-at <moment>', 'tel que connu\u00a0: numéro d’ordre, jour (AAAA-MM-JJ) ou instant')
    .action((ref: string, { body, asKnownAt, ...options }: MemberOptions) =>
      withRegister(options, async (register) => {
        const authority = await register.authority();
        await register.catchUp(authority);
        const { record: ask, votes: askVotes } = await asking(register, authority, ref, asKnownAt);
        const sessions: MemberSession[] = [];
        const votes: MemberVote[] = [];
        let record: MemberRecord | undefined;
        let cursor: string | undefined;
        do {
          record = await ask({ body, cursor, limit: 500 });
          sessions.push(...(record?.items ?? []));
          cursor = record?.next ?? undefined;
        } while (cursor !== undefined);
        do {
          const page = await askVotes({ body, cursor, limit: 500 });
          votes.push(...(page?.items ?? []));
          cursor = page?.next ?? undefined;
        } while (cursor !== undefined);
        if (record === undefined) throw notFound('unknown-member', `Aucun membre «\u00a0${ref}\u00a0».`);
        const { name, totals } = record;
        if (options.json) return sayJson({ ref, name, totals, sessions, votes });
        say(
          [
            ...headLines(record),
            '',
            ...sessions.map(sessionLine),
            '',
            ...votes.map((vote) => voteLine(vote, ref)),
          ].join('\n'),
        );
      }),
    );

interface MemberOptions extends CommonOptions {
  readonly body?: string;
  readonly asKnownAt?: string;
}

/** How the record and the votes are asked for: now, or as they were known. */
async function asking(
  { readModels, past }: OpenRegister,
  authority: string,
  ref: string,
  asKnownAt: string | undefined,
) {
  if (asKnownAt === undefined) {
    return {
      record: (page: MemberRequest) => readModels.member(authority, ref, page),
      votes: (page: MemberRequest) => readModels.memberVotes(authority, ref, page),
    };
  }
  const ordinal = (await past.ordinalAt(authority, asKnownAt)) ?? -1;
  return {
    record: (page: MemberRequest) => past.member(authority, ref, ordinal, page),
    votes: (page: MemberRequest) => past.memberVotes(authority, ref, ordinal, page),
  };
}

const STATUS = {
  present: 'présent',
  represented: 'représenté',
  excused: 'excusé',
  absent: 'absent',
  recused: 'déporté',
  unknown: 'non renseigné',
} as const;

const CHOICE = {
  for: 'pour',
  against: 'contre',
  abstention: 'abstention',
  'not-taking-part': 'ne prend pas part au vote',
} as const;

const counts = <K extends keyof typeof STATUS>(of: { readonly [key in K]: number }): string =>
  (Object.keys(of) as K[]).map((key) => `${STATUS[key]}\u00a0${of[key]}`).join(', ');

function headLines({ ref, name, totals }: MemberRecord): string[] {
  const { given, borne, unknownSessions } = totals.proxies;
  const silent = unknownSessions === 0 ? '' : `, non renseignés pour ${unknownSessions} séance(s)`;
  const votes = (Object.keys(CHOICE) as (keyof typeof CHOICE)[]).map(
    (choice) => `${CHOICE[choice]}\u00a0${totals.votes[choice]}`,
  );
  return [
    name ?? ref,
    `Séances\u00a0: ${counts(totals.sessions)}`,
    `Affaires appelées\u00a0: ${counts(totals.affairs)}`,
    `Pouvoirs\u00a0: donnés ${given}, reçus ${borne}${silent}`,
    `Votes publics nominatifs\u00a0: ${votes.join(', ')}`,
  ];
}

const sessionLine = ({ date, bodyName, presence, recusals }: MemberSession): string =>
  `${dateLong(date)} — ${bodyName}\u00a0: ${STATUS[presence ?? 'unknown']}${recusals.length === 0 ? '' : `, ${recusals.length} déport(s)`}`;

function voteLine({ date, number, subject, seat, voter, choice }: MemberVote, ref: string): string {
  const proxy =
    seat === ref ? (voter === ref ? '' : `, par ${voter ?? 'un mandataire non nommé'}`) : `, pour ${seat}`;
  return `${date} — ${number ?? ''} ${subject ?? 'scrutin de la séance'}\u00a0: ${CHOICE[choice]}${proxy}`;
}

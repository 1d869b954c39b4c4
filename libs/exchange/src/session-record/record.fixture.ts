import { readRecord } from './read-record.js';
import type { SessionRecord } from './session-record.js';

/** JSON that a spec changes at will, into wrong shapes too. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type LooseJson = any;

const MEMBERS = [
  ['durand-alix', 'Alix', 'DURAND', 'Maire'],
  ['moreau-basile', 'Basile', 'MOREAU', null],
  ['petit-chloe', 'Chloé', 'PETIT', null],
  ['roux-david', 'David', 'ROUX', null],
  ['blanc-elsa', 'Elsa', 'BLANC', null],
] as const;

/**
 * A small séance, whole and without contradiction, as JSON that a spec may change: a commune's council of five,
 * four of them present, the fifth represented, two affairs.
 */
export function smallRecord(): LooseJson {
  return {
    format: 'session-record/1',
    id: 'essai-cm-2024-03-21',
    revision: 1,
    source: { title: 'Procès-verbal du 21 mars 2024' },
    authority: {
      key: 'essai',
      name: 'Commune d’Essai',
      kind: 'commune',
      population: 800,
      timezone: 'Europe/Paris',
    },
    body: {
      key: 'CM',
      name: 'Conseil municipal',
      kind: 'council',
      membersInOffice: 5,
      members: MEMBERS.map(([ref, givenName, familyName, office]) => ({
        ref,
        givenName,
        familyName,
        office,
      })),
    },
    session: smallSession(),
    affairs: [smallAffair(1), smallAffair(2)],
  };
}

function smallSession() {
  return {
    date: '2024-03-21',
    convenedOn: '2024-03-15',
    openedAt: '2024-03-21T20:00',
    closedAt: '2024-03-21T21:30',
    chair: 'durand-alix',
    secretaries: ['petit-chloe'],
    stated: { inOffice: 5, present: 4, represented: 1, quorumRequired: 3, quorumReached: true },
    attendance: [
      ...MEMBERS.slice(0, 4).map(([member]) => ({ member, status: 'present' })),
      { member: 'blanc-elsa', status: 'excused' },
    ],
    proxies: [{ giver: 'blanc-elsa', bearer: 'roux-david', givenOn: '2024-03-20' }],
    movements: [],
    ballots: [],
  };
}

function smallAffair(order: number) {
  return {
    key: String(order),
    order,
    number: `2024-0${order}`,
    subject: `Affaire ${order}`,
    calledAt: `2024-03-21T20:${order}0`,
    recusals: [],
    ballots: [
      {
        method: 'show-of-hands',
        roll: 5,
        counts: { for: 4, against: 0, abstentions: 1, notTakingPart: 0 },
        named: { abstentions: ['moreau-basile'] },
        outcome: 'adopted',
        proclaimed: 'Adoptée à l’unanimité des suffrages exprimés',
      },
    ],
    outcome: 'adopted',
  };
}

/** The bytes of a record's JSON. */
export const bytesOf = (json: unknown): Buffer => Buffer.from(JSON.stringify(json), 'utf8');

/** The small record as it is read, once `change` has been made to its JSON. */
export function recordWith(change: (json: LooseJson) => void = () => undefined): SessionRecord {
  const json = smallRecord();
  change(json);
  return readRecord(bytesOf(json)).record;
}

import type { RecordBallot } from '../session-record/session-record.js';

const NUMBERS = [
  ['for', /(\d+)\s+(?:(?:voix|votes?|suffrages)\s+)?pour(?=\s*(?:[,;.)]|et\b|$))|\bpour\s*[:=]\s*(\d+)/i],
  [
    'against',
    /(\d+)\s+(?:(?:voix|votes?|suffrages)\s+)?contre(?=\s*(?:[,;.)]|et\b|$))|\bcontre\s*[:=]\s*(\d+)/i,
  ],
  ['abstentions', /(\d+)\s+abstentions?\b|\babstentions?\s*[:=]\s*(\d+)/i],
] as const;

const WORDS = { for: 'pour', against: 'contre', abstentions: 'abstention' } as const;

/**
 * In what the words proclaimed contradict the counts and the outcome, in French: unanimity, numbers of votes,
 * adopted or rejected. Words that say neither contradict nothing.
 */
export function contradictionsOf({
  proclaimed,
  outcome,
  counts,
}: Pick<RecordBallot, 'proclaimed' | 'outcome' | 'counts'>): readonly string[] {
  if (proclaimed === null) return [];
  return [
    ...numbers(proclaimed, counts),
    ...(saysUnanimous(proclaimed) && (counts?.for ?? 0) > 0 && (counts?.against ?? 0) > 0
      ? [`« ${proclaimed} » : il y a ${counts?.for} voix pour et ${counts?.against} contre.`]
      : []),
    ...(contradictsOutcome(proclaimed, outcome)
      ? [`« ${proclaimed} » ne dit pas la même chose que l’issue du vote.`]
      : []),
  ];
}

function numbers(proclaimed: string, counts: RecordBallot['counts']): readonly string[] {
  return NUMBERS.flatMap(([cell, pattern]) => {
    const found = pattern.exec(proclaimed);
    const said = found === null ? null : Number(found[1] ?? found[2]);
    const counted = counts?.[cell] ?? null;
    if (said === null || counted === null || said === counted) return [];
    return [`« ${proclaimed} » : le décompte en donne ${counted} (${WORDS[cell]}).`];
  });
}

const saysUnanimous = (text: string): boolean => /unanim/i.test(text) && !/\b(non|pas)\b/i.test(text);

function contradictsOutcome(text: string, outcome: RecordBallot['outcome']): boolean {
  const refuses = /rejet|repouss|(?:est|sont|a|ont) pas (?:été )?(?:adopt|approuv)/i.test(text);
  const adopts = !refuses && /adopt|approuv/i.test(text);
  const both = refuses && /(?<!pas (?:été )?)(?:adopt|approuv)/i.test(text);
  if (both) return false;
  return (adopts && outcome === 'rejected') || (refuses && outcome === 'adopted');
}

import { textsOf } from './schema.js';
import type { SessionRecord } from './session-record.js';

/**
 * The record with each ref that the body has merged into another one replaced by that one: the same person, under
 * the ref that the register knows (MembersMerged).
 */
export function withMergedRefs(
  record: SessionRecord,
  merged: { readonly [from: string]: string },
): SessionRecord {
  const replaced = textsOf(record, 'ref').filter(({ text }) => Object.hasOwn(merged, text));
  if (replaced.length === 0) return record;
  const copy = structuredClone(record) as unknown as Record<string, unknown>;
  for (const { path, text } of replaced) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const parent = steps.reduce<Record<string, unknown>>(
      (within, step) => within[step] as Record<string, unknown>,
      copy,
    );
    parent[last] = merged[text];
  }
  const { body, ...rest } = copy as unknown as SessionRecord;
  // One who was described under both refs is described once.
  const members =
    body.members?.filter(({ ref }, index, all) => all.findIndex((one) => one.ref === ref) === index) ?? null;
  return { ...rest, body: { ...body, members } };
}

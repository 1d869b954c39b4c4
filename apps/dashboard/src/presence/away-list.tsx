import type { Proxy } from '@registre/deliberation';
import { nameOf, type Members } from '../wording/members';
import { NameList } from './name-list';

interface Props {
  readonly title: string;
  readonly refs: readonly string[] | null;
  readonly proxies: readonly Proxy[] | null;
  readonly members: Members;
}

/** Those who were not there, and whom they gave their vote to. */
export function AwayList({ title, refs, proxies, members }: Props) {
  const noteOf = (ref: string) => {
    const proxy = proxies?.find(({ giver }) => giver === ref);
    if (proxy === undefined) return null;
    const bearer = proxy.bearer === null ? 'mandataire non renseigné' : nameOf(members, proxy.bearer);
    return <em>(pouvoir&nbsp;: {bearer})</em>;
  };
  return <NameList title={title} refs={refs} members={members} noteOf={noteOf} />;
}

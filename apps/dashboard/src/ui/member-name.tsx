import { Link, useParams } from 'wouter';
import { memberAddress } from '../addresses';
import { nameOf, type Members } from '../wording/members';

interface Props {
  /** ref */
  readonly member: string;
  readonly members: Members;
}

/** The name of a member, which leads to what is recorded of them; in a page of an authority. */
export function MemberName({ member, members }: Props) {
  const { authority } = useParams<{ authority: string }>();
  return <Link href={memberAddress(authority, member)}>{nameOf(members, member)}</Link>;
}

import type { Disagreement, Irregularity } from '@registre/deliberation';
import { ruleWords } from '@registre/deliberation/rule-words';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { rulesAddress } from '../addresses';
import { plural } from '../wording/amounts';
import { Notice } from './notice';

interface Props {
  /** Each with the affair that it concerns; null: the whole séance. */
  readonly irregularities: readonly (Irregularity & { readonly affair: string | null })[];
  readonly disagreements: readonly Disagreement[];
  /** How an affair is named, where the page is not its own. */
  readonly affairName?: (id: string) => ReactNode;
}

/** What the law would not have and yet happened, and where the source contradicts itself. */
export function Irregularities({ irregularities, disagreements, affairName }: Props) {
  return (
    <>
      {irregularities.length > 0 && (
        <Notice tone="bad" title={`${plural(irregularities.length, 'irrégularité')} au registre`}>
          <ul>
            {irregularities.map((one, index) => (
              <li key={index}>
                {one.affair !== null && affairName && <>{affairName(one.affair)}&nbsp;: </>}
                {one.found} <RuleLink code={one.rule} />
                <br />
                <small>
                  Enregistrée malgré la règle{ruleQuoted(one.rule)}, au motif&nbsp;: {one.reason}
                </small>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {disagreements.length > 0 && (
        <Notice tone="warning" title={`${plural(disagreements.length, 'désaccord')} avec la source`}>
          <ul>
            {disagreements.map((one, index) => (
              <li key={index}>
                {one.message}{' '}
                <code>
                  {one.rule} · {one.path}
                </code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** The code, which leads to what the register applies under it. */
function RuleLink({ code }: { readonly code: string }) {
  const [path] = useLocation();
  const [, authority = ''] = path.split('/');
  return (
    <Link href={`${rulesAddress(authority)}#${code}`}>
      <code>{code}</code>
    </Link>
  );
}

function ruleQuoted(code: string): string {
  const words = ruleWords(code);
  return words === undefined ? '' : ` «\u00a0${words}\u00a0»`;
}

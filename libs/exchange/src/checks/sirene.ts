import { isSiren, isSiret } from '@registre/platform';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

/**
 * Check 5: the check digits of SIREN and SIRET (Luhn), a SIRET that begins with its SIREN, and a key of nine digits
 * that is the SIREN.
 */
export function checkSirene(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '5');
  const { key, siren, siret } = record.authority;
  const findings: Finding[] = [];
  const wrong = (rule: string, path: string, message: string) =>
    findings.push(find('I', rule, path, message));
  if (siren !== null && !isSiren(siren)) {
    wrong('identity.siren', 'authority.siren', `La clé de contrôle du SIREN ${siren} est fausse.`);
  }
  if (siret !== null && !isSiret(siret)) {
    wrong('identity.siret', 'authority.siret', `La clé de contrôle du SIRET ${siret} est fausse.`);
  }
  if (siren !== null && siret !== null && !siret.startsWith(siren)) {
    wrong(
      'identity.siret-of-another',
      'authority.siret',
      `Le SIRET ${siret} ne commence pas par le SIREN ${siren}.`,
    );
  }
  if (siren !== null && /^\d{9}$/.test(key) && key !== siren) {
    wrong('identity.key', 'authority.key', `La clé ${key} n’est pas le SIREN ${siren}.`);
  }
  return [...findings, ...beneficiaries(record)];
}

function beneficiaries(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '5');
  return record.affairs.flatMap(({ subsidies }, affair) =>
    (subsidies ?? []).flatMap(({ siret, beneficiary }, index) => {
      if (siret === null || isSiret(siret)) return [];
      const message = `La clé de contrôle du SIRET ${siret} (${beneficiary}) est fausse.`;
      return [find('I', 'identity.siret', `affairs.${affair}.subsidies.${index}.siret`, message)];
    }),
  );
}

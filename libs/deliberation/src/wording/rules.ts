// The articles are those of the communes; the other authorities' own refer to them or say the same (domain §2).
const RULES: ReadonlyMap<string, string> = new Map([
  ['R1', 'tenue du registre (R2121-9)'],
  ['R3', 'signature des délibérations (L2121-23)'],
  ['R4', 'mention des membres dans l’extrait'],
  ['R5', 'délégation au bureau (L5211-10)'],
  ['R6', 'quorum (L2121-17)'],
  ['R7', 'quorum à l’examen de chaque affaire (L2121-17)'],
  ['R8', 'seconde convocation (L2121-17)'],
  ['R9', 'quorum et déports (L2131-11)'],
  ['R10', 'pouvoirs (L2121-20)'],
  ['R11', 'durée d’un pouvoir (L2121-20)'],
  ['R12', 'convocation (L2121-10 à L2121-12)'],
  ['R13', 'huis clos (L2121-18)'],
  ['R14', 'majorité des suffrages exprimés (L2121-20)'],
  ['R15', 'voix prépondérante du président de séance (L2121-20)'],
  ['R16', 'mode de scrutin (L2121-21)'],
  ['R17', 'secret du vote (L2121-21)'],
  ['R18', 'résultat calculé et résultat proclamé'],
  ['R19', 'déport (L2131-11)'],
  ['R20', 'présidence du vote des comptes (L2121-14)'],
  ['R21', 'scrutins d’une affaire'],
  ['R22', 'faits non renseignés'],
  ['R23', 'liste des délibérations et procès-verbal (L2121-15, L2121-25)'],
  ['R24', 'publication (R2131-1)'],
  ['R25', 'caractère exécutoire (L2131-1)'],
  ['R26', 'suites données à un acte'],
  ['R27', 'données personnelles (CRPA, L312-1-2)'],
  ['movement', 'arrivées et départs'],
  ['presence', 'présence en séance'],
]);

/** The name of the rule that a code begins with: « quorum à l’examen… » for `R7.quorum`; a code without one, itself. */
export const ruleLong = (code: string): string => RULES.get(code.split('.')[0] ?? code) ?? code;

/** Who acted, as the register knows it; `local`: who holds the data folder, by the command line or its link. */
export function actorWording(actor: string): string {
  if (actor === 'local') return 'le poste local';
  if (actor === 'import') return 'l’import d’un fichier de séance';
  if (actor === 'registre') return 'le registre lui-même';
  return actor;
}

/** Who acted, as the register knows it. Before access control, everyone at this machine is `local`. */
export function actorWording(actor: string): string {
  if (actor === 'local') return 'le poste local (sans identification)';
  if (actor === 'import') return 'l’import d’un fichier de séance';
  if (actor === 'registre') return 'le registre lui-même';
  return actor;
}

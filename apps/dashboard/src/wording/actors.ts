/** Who acted, as the register knows it. Before access control, everyone at this machine is `local`. */
export function actorWording(actor: string): string {
  if (actor === 'local') return 'poste local (sans identification)';
  if (actor.startsWith('process')) return `le registre lui-même (${actor})`;
  return actor;
}

import type { Tone } from './outcomes';

const STATUSES = {
  none: { label: 'Non convoquée', tone: 'neutral' },
  convened: { label: 'Convoquée', tone: 'neutral' },
  open: { label: 'En cours', tone: 'warning' },
  'not-quorate': { label: 'Non tenue, faute de quorum', tone: 'bad' },
  closed: { label: 'Close', tone: 'good' },
} as const satisfies { readonly [status: string]: { label: string; tone: Tone } };

export const statusWording = (status: keyof typeof STATUSES) => STATUSES[status];

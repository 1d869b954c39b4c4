import type { LocalDate } from '@registre/platform';
import { unhandled, type Aggregate } from '../command/aggregate.js';

export interface SheetEntry {
  readonly affair: string;
  readonly order: number | null;
  /** Number of the sheet (feuillet); null: an imported séance whose source does not say. */
  readonly sheet: number | null;
}

export type RegisterEvent =
  | {
      readonly type: 'RegisterOpened';
      readonly data: {
        readonly body: string;
        readonly year: number;
        /** Number of its first sheet: a volume may go on from the one before it. */
        readonly firstSheet: number;
      };
    }
  | {
      readonly type: 'SheetsEntered';
      readonly data: { readonly session: string; readonly entries: readonly SheetEntry[] };
    };

export interface RegisterState {
  readonly opened: boolean;
  readonly sessions: readonly string[];
  /** Sheet by affair; null: unknown. */
  readonly sheets: { readonly [affair: string]: number | null };
  /** The highest sheet number known; before the first, the one before it. */
  readonly lastSheet: number;
}

/** The year whose register a séance is entered in. */
export const registerYear = (date: LocalDate): number => Number(date.slice(0, 4));

export const registerAggregate: Aggregate<RegisterState, RegisterEvent> = {
  initial: { opened: false, sessions: [], sheets: {}, lastSheet: 0 },
  evolve(state, event) {
    switch (event.type) {
      case 'RegisterOpened':
        return { ...state, opened: true, lastSheet: event.data.firstSheet - 1 };
      case 'SheetsEntered': {
        const { session, entries } = event.data;
        const lastSheet = Math.max(state.lastSheet, ...entries.map(({ sheet }) => sheet ?? 0));
        const entered = Object.fromEntries(entries.map(({ affair, sheet }) => [affair, sheet]));
        const sheets = { ...state.sheets, ...entered };
        return { ...state, sessions: [...state.sessions, session], sheets, lastSheet };
      }
      default:
        return unhandled(event);
    }
  },
};

import type { Refusal } from '@registre/platform';

/** What threads say to each other. Only data: classes are lost on the way. */

export type SentError =
  | {
      readonly kind: 'refusal';
      readonly of: Pick<Refusal, 'kind' | 'code' | 'message' | 'reasons' | 'extensions'>;
    }
  | { readonly kind: 'log-shorter'; readonly authority: string; readonly position: string }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly stack: string | undefined;
    };

/** One call of a method in another thread. */
export interface Call {
  readonly number: number;
  readonly method: string;
  readonly parameters: readonly unknown[];
}

/** What comes back: an answer, an error or progress of the call of that number, or something unasked. */
export type Reply =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly error: SentError }
  | { readonly number: number; readonly progress: unknown }
  | { readonly notice: unknown };

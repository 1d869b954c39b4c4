export interface Reason {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** One event that came in between, in words. */
export interface Change {
  readonly sentence: string;
}

/** Why a request got no answer: the API's own refusal (RFC 9457), or no usable answer at all. */
export class Problem extends Error {
  constructor(
    readonly title: string,
    /** HTTP status; null: the server could not be reached. */
    readonly status: number | null,
    readonly detail: string | null,
    readonly reasons: readonly Reason[],
    readonly code: string | null,
    /** What kind of refusal it is, as the register names it: `irregular`, `impossible`, `conflict`… */
    readonly kind: string | null = null,
    /** Of a conflict: what was recorded since the page was read. */
    readonly changes: readonly Change[] | null = null,
  ) {
    super(title);
    this.name = 'Problem';
  }

  /** Asking again may help: nobody answered, or the server said that it could not for now. */
  get passing(): boolean {
    return this.status === null || this.status >= 500;
  }
}

export const unreachable = (): Problem =>
  new Problem(
    'Le registre ne répond pas',
    null,
    'Le serveur n’a pas pu être joint. Vérifiez qu’il est démarré et que votre connexion fonctionne.',
    [],
    null,
  );

export const problemOf = async (response: Response): Promise<Problem> =>
  problemFrom(response.status, (await readProblem(response)) ?? {});

/** @param body as far as it is problem details */
export const problemFrom = (status: number, body: ProblemDocument): Problem =>
  new Problem(
    body.title ?? titleOf(status),
    status,
    body.detail ?? null,
    body.reasons ?? [],
    body.code ?? null,
    body.kind ?? null,
    body.changes ?? null,
  );

export interface ProblemDocument {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly reasons?: readonly Reason[];
  readonly kind?: string;
  readonly changes?: readonly Change[];
}

async function readProblem(response: Response): Promise<ProblemDocument | null> {
  const type = response.headers.get('content-type') ?? '';
  // A proxy that stands before the server answers in HTML: nothing to read there.
  if (!type.includes('json')) return null;
  return (await response.json().catch(() => null)) as ProblemDocument | null;
}

function titleOf(status: number): string {
  if (status === 404) return 'Introuvable';
  return status >= 500 ? 'Le registre ne peut pas répondre pour le moment' : 'La demande a été refusée';
}

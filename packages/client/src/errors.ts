/** What is wrong with one field of a request. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** The API refused a request. `code` is stable, so compare it and not the message. */
export class PetBuddyError extends Error {
  override readonly name = 'PetBuddyError';

  /**
   * @param status the HTTP status
   * @param code for instance `NOT_FOUND` or `SLOT_TAKEN`
   * @param details more about the problem; for `VALIDATION_ERROR` a list of {@link FieldProblem}
   * @param requestId names the request in the log of the server
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details?: unknown,
    readonly requestId?: string,
  ) {
    super(message);
  }
}

interface ErrorBody {
  readonly code?: string;
  readonly message?: string;
  readonly details?: unknown;
  readonly requestId?: string;
}

/**
 * The error of an answer, also if a proxy before PetBuddy made it.
 *
 * @param body the body of the answer: an object, or a text that is not JSON
 */
export function toError({ status, headers }: Response, body: unknown): PetBuddyError {
  const known: ErrorBody = typeof body === 'object' && body !== null ? body : {};
  return new PetBuddyError(
    status,
    known.code ?? 'UNKNOWN_ERROR',
    known.message ?? `The server answered with status ${status}`,
    known.details,
    known.requestId ?? headers.get('x-request-id') ?? undefined,
  );
}

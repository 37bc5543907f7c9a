/** The problem of one field of a request. */
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
   * @param details for `VALIDATION_ERROR` a list of {@link FieldProblem}; other codes have an object or nothing
   * @param requestId the id of the request in the server's log
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
 * Reads the error of an answer. A proxy in front of PetBuddy may have written it.
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

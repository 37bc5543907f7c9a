/** An answer of the API that is an error, or no answer at all (`status` 0, code `NO_CONNECTION`). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId?: string,
    readonly details?: unknown,
  ) {
    super(message);
  }

  /** The request may succeed when it is sent again. */
  get isTemporary(): boolean {
    return this.status === 0 || (this.status >= 502 && this.status <= 504);
  }
}

/** Reads the body of an error answer. */
export function toApiError(status: number, body: unknown): ApiError {
  const { code, message, requestId, details } = (body ?? {}) as Partial<Record<string, unknown>>;
  return new ApiError(
    status,
    typeof code === 'string' ? code : 'UNKNOWN',
    typeof message === 'string' ? message : `HTTP ${status}`,
    typeof requestId === 'string' ? requestId : undefined,
    details,
  );
}

/** An answer of the API that is an error, or no answer at all (`status` 0, code `NO_CONNECTION`). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  /** @param retryAfterMs when the API says that the same request may succeed */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId?: string,
    readonly details?: unknown,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }

  /** True when no answer came, or a gateway error (502-504): the same request may succeed later. */
  get isTemporary(): boolean {
    return this.status === 0 || (this.status >= 502 && this.status <= 504);
  }
}

/** Reads an error answer. */
export function toApiError({ status, headers }: Response, body: unknown): ApiError {
  const { code, message, requestId, details } = (body ?? {}) as Partial<Record<string, unknown>>;
  const retryAfterSeconds = Number(headers.get('retry-after'));
  return new ApiError(
    status,
    typeof code === 'string' ? code : 'UNKNOWN',
    typeof message === 'string' ? message : `HTTP ${status}`,
    typeof requestId === 'string' ? requestId : undefined,
    details,
    retryAfterSeconds > 0 ? retryAfterSeconds * 1000 : undefined,
  );
}

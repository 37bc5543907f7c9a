export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * The only error that services throw on purpose. Filters turn it into `{ statusCode, code, message, details?,
 * requestId }` over HTTP and `{ ok: false, code, message }` over sockets.
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly details?: unknown,
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = 'AppError';
  }

  static validation(details: readonly FieldProblem[]): AppError {
    const { field, message } = details[0] ?? { field: 'input', message: 'input is not valid' };
    return new AppError('VALIDATION_ERROR', 400, message.includes(field) ? message : `${field}: ${message}`, details);
  }

  static invalidId(field: string): AppError {
    return new AppError('INVALID_ID', 400, `${field} is not a valid id: send 24 hexadecimal digits`);
  }

  static unauthorized(code: 'INVALID_TOKEN' | 'TOKEN_EXPIRED' | 'INVALID_CREDENTIALS', message: string): AppError {
    return new AppError(code, 401, message);
  }

  static forbidden(message = 'Your role does not allow this; ask an owner or administrator of your company'): AppError {
    return new AppError('FORBIDDEN', 403, message);
  }

  /** Also for documents of another company, so that ids cannot be probed. */
  static notFound(what: string): AppError {
    return new AppError('NOT_FOUND', 404, `${what} not found`);
  }

  static conflict(code: string, message: string, details?: unknown): AppError {
    return new AppError(code, 409, message, details);
  }
}

const MAX_TIME_EXPIRED = 50;
const DUPLICATE_KEY = 11_000;

export function isDuplicateKey(error: unknown): error is Error & { keyPattern?: Record<string, unknown> } {
  return error instanceof Error && (error as { code?: unknown }).code === DUPLICATE_KEY;
}

/** Result of a write. @throws the refusal if a unique index refuses the write */
export async function refuseDuplicate<T>(write: Promise<T>, refusal: () => AppError): Promise<T> {
  try {
    return await write;
  } catch (error) {
    throw isDuplicateKey(error) ? refusal() : error;
  }
}

export function isQueryTimeout(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === MAX_TIME_EXPIRED;
}

/** Waits for an unordered insert of many documents. Ignores documents that exist already. */
export async function exceptDuplicates(insert: Promise<unknown>): Promise<void> {
  try {
    await insert;
  } catch (error) {
    const { writeErrors } = error as { writeErrors?: { code: number }[] };
    if (!writeErrors || writeErrors.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  }
}

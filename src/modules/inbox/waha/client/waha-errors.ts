const UNAUTHORIZED = [401, 403];
const NOT_FOUND = 404;

/** The server answered, and refused. `message` is its own words. */
export class WahaRefusal extends Error {
  override readonly name = 'WahaRefusal';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }

  get isAboutKey(): boolean {
    return UNAUTHORIZED.includes(this.status);
  }

  get isNotFound(): boolean {
    return this.status === NOT_FOUND;
  }
}

/** The server did not answer, or answered with something else than WAHA does. */
export class WahaUnreachable extends Error {
  override readonly name = 'WahaUnreachable';

  /** @param cause the error of the connection */
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

export type WahaError = WahaRefusal | WahaUnreachable;

export function isWahaError(error: unknown): error is WahaError {
  return error instanceof WahaRefusal || error instanceof WahaUnreachable;
}

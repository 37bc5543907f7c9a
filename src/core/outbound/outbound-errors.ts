export class UnsafeUrlError extends Error {
  override readonly name = 'UnsafeUrlError';
}

export class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError';

  constructor(readonly maxBytes: number) {
    super(`The response has more than ${maxBytes} bytes`);
  }
}

/** The whole call, or its connection, took longer than its limit. */
export class CallTimeoutError extends Error {
  override readonly name = 'CallTimeoutError';

  constructor(readonly limitMs: number) {
    super(`The host did not answer within ${limitMs} ms`);
  }
}

export class TooManyRedirectsError extends Error {
  override readonly name = 'TooManyRedirectsError';

  constructor(readonly maxRedirects: number) {
    super(`The host redirects more than ${maxRedirects} times`);
  }
}

export class UnsafeUrlError extends Error {
  override readonly name = 'UnsafeUrlError';
}

export class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError';

  constructor(readonly maxBytes: number) {
    super(`The response has more than ${maxBytes} bytes`);
  }
}

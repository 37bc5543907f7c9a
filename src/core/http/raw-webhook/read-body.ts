import type { IncomingMessage } from 'node:http';
import { AppError } from '../../errors/index.js';

export interface BodyLimits {
  maxBytes: number;
  timeoutMs: number;
}

/** @throws AppError PAYLOAD_TOO_LARGE (413) | REQUEST_TIMEOUT (408) | BAD_REQUEST (400) when the sender hangs up */
export function readBody(request: IncomingMessage, { maxBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.reject(tooLarge(maxBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      request.off('data', onData);
      settle();
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > maxBytes) finish(() => reject(tooLarge(maxBytes)));
      else chunks.push(chunk);
    };
    const timeout = (): void => reject(new AppError('REQUEST_TIMEOUT', 408, 'The body did not arrive in time'));
    const timer = setTimeout(() => finish(timeout), timeoutMs);
    request.on('data', onData);
    request.once('end', () =>
      finish(() => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))),
    );
    request.once('error', () => finish(() => reject(new AppError('BAD_REQUEST', 400, 'The request was broken off'))));
  });
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('PAYLOAD_TOO_LARGE', 413, `At most ${maxBytes} bytes are taken`);
}

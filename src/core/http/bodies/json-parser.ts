import { json, type RequestHandler } from 'express';
import { AppError } from '../../errors/index.js';

const BYTES_PER_KB = 1_024;

interface ParserOptions {
  readonly limitKb: number;
  readonly isInflating: boolean;
}

/** Express' JSON parser with errors that say what to change. */
export function jsonParser({ limitKb, isInflating }: ParserOptions): RequestHandler {
  const parse = json({ limit: limitKb * BYTES_PER_KB, inflate: isInflating });
  return (request, response, next) => parse(request, response, (error) => next(explained(error, limitKb)));
}

function explained(error: unknown, limitKb: number): unknown {
  const { type } = (error ?? {}) as { type?: string };
  if (type === 'entity.too.large') {
    return new AppError('PAYLOAD_TOO_LARGE', 413, `The body is too large: send at most ${limitKb} kB`);
  }
  if (type === 'entity.parse.failed')
    return new AppError('BAD_REQUEST', 400, 'The body is not valid JSON; correct its syntax');
  return error;
}

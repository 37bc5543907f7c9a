import { HttpException } from '@nestjs/common';
import { AppError, isQueryTimeout } from './app-error.js';

export interface ErrorBody {
  statusCode: number;
  code: string;
  message: string;
  details?: unknown;
  requestId: string;
}

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'INVALID_TOKEN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
};

/** `expose`: body-parser and http-errors say whether clients may read the message. */
interface ExposableError extends Error {
  status: number;
  expose: boolean;
}

function isExposable(error: unknown): error is ExposableError {
  return error instanceof Error && (error as Partial<ExposableError>).expose === true && 'status' in error;
}

/** Maps any thrown value to the body that clients see; an unknown value becomes a bare 500. */
export function toErrorBody(error: unknown, requestId: string): ErrorBody {
  if (error instanceof AppError) {
    const { status, code, message, details } = error;
    return { statusCode: status, code, message, ...(details === undefined ? {} : { details }), requestId };
  }
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message, requestId);
  if (isExposable(error)) return fromStatus(error.status, error.message, requestId);
  if (isQueryTimeout(error)) {
    return {
      statusCode: 503,
      code: 'QUERY_TIMEOUT',
      message: 'The query took too long; try again, or ask for fewer results',
      requestId,
    };
  }
  return {
    statusCode: 500,
    code: 'INTERNAL_ERROR',
    message: 'The server failed; try again, and report the requestId if it fails again',
    requestId,
  };
}

function fromStatus(status: number, message: string, requestId: string): ErrorBody {
  const code = CODE_OF_STATUS[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_ERROR');
  return { statusCode: status, code, message, requestId };
}

import type { Reply } from '../http/exchange.ts';

const ERRORS: Readonly<Record<number, string>> = { 400: 'Bad Request', 404: 'Not Found', 422: 'Unprocessable Entity' };

export function refused(statusCode: number, message: string): Reply {
  return { status: statusCode, json: { statusCode, error: ERRORS[statusCode] ?? 'Internal Server Error', message } };
}

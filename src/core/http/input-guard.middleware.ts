import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../errors/index.js';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 20;
const MAX_KEY_COUNT = 10_000;

/** `maxKeys` is set for routes whose bodies may have more fields. */
export interface BudgetedRequest extends Request {
  maxKeys?: number;
}

/**
 * Refuses query operators (`$gt` ...), prototype keys, deep nesting and too many fields in bodies and query strings.
 */
export function inputGuardMiddleware(request: BudgetedRequest, _response: Response, next: NextFunction): void {
  const { maxKeys = MAX_KEY_COUNT } = request;
  const budget = { keys: maxKeys, maxKeys };
  assertPlain(request.query, '', 0, budget);
  assertPlain(request.body, '', 0, budget);
  next();
}

/** How many more fields the request may have. */
export interface KeyBudget {
  keys: number;
  readonly maxKeys: number;
}

export function assertPlain(value: unknown, path: string, depth: number, budget: KeyBudget): void {
  if (typeof value === 'string' && !isText(value)) refuse(path, 'has NUL or broken Unicode characters; remove them');
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return;
  if (depth > MAX_DEPTH) refuse(path, `is nested too deeply: at most ${MAX_DEPTH} levels`);
  // Before the iteration: a body may have millions of items.
  if ((budget.keys -= sizeOf(value)) < 0) refuse(path, `has too many fields: the request may have ${budget.maxKeys}`);
  for (const [key, child] of Object.entries(value)) {
    const field = path ? `${path}.${key}` : key;
    if (key.startsWith('$') || FORBIDDEN_KEYS.has(key) || !isText(key))
      refuse(field, 'has a name that is not allowed; rename or remove it');
    assertPlain(child, field, depth + 1, budget);
  }
}

function sizeOf(value: object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

function isText(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed();
}

function refuse(field: string, message: string): never {
  throw AppError.validation([{ field: field || 'body', message: `${field || 'body'} ${message}` }]);
}

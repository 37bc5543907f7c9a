import { Types } from 'mongoose';
import { AppError } from '../errors/index.js';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export const DEFAULT_PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 100;

export interface PageRequest {
  limit?: number;
  cursor?: string;
}

type SortValue = Date | number | string | null;
type Direction = 1 | -1;

export interface KeysetOrder {
  readonly field: string;
  readonly direction: Direction;
}

export const OLDEST_FIRST: KeysetOrder = { field: '_id', direction: 1 };

export function encodeCursor(value: SortValue, id: Types.ObjectId): string {
  const tagged = value instanceof Date ? { d: value.getTime() } : { v: value };
  return Buffer.from(JSON.stringify({ ...tagged, i: id.toHexString() })).toString('base64url');
}

/** @throws AppError VALIDATION_ERROR for a cursor that {@link encodeCursor} did not make */
export function decodeCursor(cursor: string): { value: SortValue; id: Types.ObjectId } {
  try {
    const parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Record<string, unknown>;
    const value = 'd' in parsed ? new Date(Number(parsed['d'])) : (parsed['v'] as SortValue);
    const isScalar = value === null || ['string', 'number'].includes(typeof value) || value instanceof Date;
    if (!isScalar || (value instanceof Date && Number.isNaN(value.getTime()))) throw new Error('not a scalar');
    return { value, id: Types.ObjectId.createFromHexString(String(parsed['i'])) };
  } catch {
    throw badCursor();
  }
}

/** The cursor is forged, or of another list. */
export function badCursor(): AppError {
  return AppError.validation([
    { field: 'cursor', message: 'cursor is not valid: send the nextCursor of the page before, unchanged' },
  ]);
}

/**
 * `{}` for the first page. A missing field sorts as null, before everything; `$gt` and `$lt` compare within one type
 * only, so null has clauses of its own.
 */
export function keysetFilter(order: KeysetOrder, cursor: string | undefined): Record<string, unknown> {
  if (!cursor) return {};
  const { field, direction } = order;
  const { value, id } = decodeCursor(cursor);
  const beyond = direction === 1 ? '$gt' : '$lt';
  if (field === '_id') return { _id: { [beyond]: id } };
  const tie = { [field]: value, _id: { [beyond]: id } };
  if (value === null) return direction === 1 ? { $or: [{ [field]: { $ne: null } }, tie] } : tie;
  const nulls = direction === 1 ? [] : [{ [field]: null }];
  return { $or: [{ [field]: { [beyond]: value } }, ...nulls, tie] };
}

export function keysetSort(order: KeysetOrder): Record<string, Direction> {
  return order.field === '_id' ? { _id: order.direction } : { [order.field]: order.direction, _id: order.direction };
}

export function toPage<T extends { _id: Types.ObjectId }>(rows: T[], limit: number, order: KeysetOrder): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(valueAt(last, order.field), last._id) : null };
}

function valueAt(doc: object, path: string): SortValue {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], doc) as SortValue | undefined;
  return value ?? null;
}

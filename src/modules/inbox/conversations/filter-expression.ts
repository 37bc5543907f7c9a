import { Types } from 'mongoose';

type Expression = Record<string, unknown>;
/** Fields that are lists, or lie in one. */
const LIST_FIELDS = ['labels', 'read_by.user_id'];

type Filter = Readonly<Record<string, unknown>>;

/**
 * Translates a Mongo filter, so that one aggregation counts by several filters. Knows `$and`, `$or`, equality, `$ne`,
 * and `$gt`, `$gte`, `$lt`, `$lte` with dates and numbers.
 * @throws Error for any other operator
 */
export function filterExpression(filter: Filter): Expression {
  return { $and: Object.entries(filter).map(([field, condition]) => fieldExpression(field, condition)) };
}

function fieldExpression(field: string, condition: unknown): Expression {
  if (field === '$and' || field === '$or') return { [field]: (condition as Filter[]).map(filterExpression) };
  if (!isOperators(condition)) return isEqual(field, condition);
  return {
    $and: Object.entries(condition).map(([operator, value]) => operatorExpression(field, operator, value)),
  };
}

function operatorExpression(field: string, operator: string, value: unknown): Expression {
  if (operator === '$ne') return { $not: [isEqual(field, value)] };
  if (!['$gt', '$gte', '$lt', '$lte'].includes(operator)) throw new Error(`No expression for ${operator} of ${field}`);
  // A filter compares within one type; in an expression null is less than any date.
  const isSameType = value instanceof Date ? { $eq: [{ $type: `$${field}` }, 'date'] } : { $isNumber: `$${field}` };
  return { $and: [isSameType, { [operator]: [`$${field}`, value] }] };
}

/** A list equals each of its members, as in a filter. */
function isEqual(field: string, value: unknown): Expression {
  const stored = `$${field}`;
  if (LIST_FIELDS.includes(field)) return { $in: [{ $literal: value }, { $ifNull: [stored, []] }] };
  return { $eq: [value === null ? { $ifNull: [stored, null] } : stored, { $literal: value }] };
}

function isOperators(condition: unknown): condition is Filter {
  const isPlain = typeof condition === 'object' && condition !== null && !(condition instanceof Date);
  return isPlain && !(condition instanceof Types.ObjectId) && Object.keys(condition).some((key) => key.startsWith('$'));
}

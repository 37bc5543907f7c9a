import type { SocialEvent } from './social-event.js';

type Condition = Readonly<Record<string, unknown>> | true;
type Fields = Record<string, unknown>;

const FIXED = ['kind', 'external_id', 'post_id', 'parent_id', 'author', 'permalink', 'is_own'] as const;
const LONG_AGO = new Date(0);
const IS_NEW = { $eq: [{ $type: '$created_at' }, 'missing'] };
const IS_REMOVED = { $eq: ['$is_removed', true] };

/**
 * Updates a stored event by one report. Reports come in any order, so the newest report decides about the text, and the
 * newest report about hiding decides about that. A removed comment or post never comes back, but a reaction may.
 */
export function updateBy(event: SocialEvent, now: Date): Fields[] {
  const { verb, changed_at } = event;
  const changes: Fields = {
    ...Object.fromEntries(FIXED.map((field) => [field, { $ifNull: [`$${field}`, { $literal: event[field] }] }])),
    ...(verb === 'hide' || verb === 'unhide' ? hidingBy(event) : contentBy(event)),
    verb: when(takes(event, '$changed_at'), verb, '$verb'),
    at: { $min: ['$at', event.at] },
    changed_at: { $max: ['$changed_at', changed_at] },
    ...(isComment(event) && { unseen_since: { $cond: [IS_NEW, now, '$unseen_since'] } }),
    created_at: { $ifNull: ['$created_at', now] },
    updated_at: now,
  };
  return [{ $set: changes }];
}

/** Of a customer whom the platform names. */
function isComment({ kind, verb, author, is_own }: SocialEvent): boolean {
  return kind === 'comment' && verb === 'add' && author !== null && !is_own;
}

function contentBy(event: SocialEvent): Fields {
  const isRemoval = event.verb === 'remove';
  const isTaken = takes(event, '$content_at');
  return {
    text: when(isTaken, isRemoval ? null : event.text, '$text'),
    details: when(isTaken, isRemoval ? {} : event.details, '$details'),
    is_removed: when(isTaken, isRemoval, '$is_removed'),
    is_hidden: { $ifNull: ['$is_hidden', false] },
    content_at: when(isTaken, event.changed_at, '$content_at'),
  };
}

/** Stores the text, too, because it may come before the report of the comment itself. */
function hidingBy({ verb, changed_at, text, details }: SocialEvent): Fields {
  const isNewer = notBefore('$hidden_at', changed_at);
  return {
    text: { $cond: [IS_REMOVED, null, { $ifNull: ['$text', { $literal: text }] }] },
    details: { $ifNull: ['$details', { $literal: details }] },
    is_removed: { $ifNull: ['$is_removed', false] },
    is_hidden: when(isNewer, verb === 'hide', '$is_hidden'),
    hidden_at: when(isNewer, changed_at, '$hidden_at'),
  };
}

function takes({ kind, verb, changed_at }: SocialEvent, lastChange: string): Condition {
  const isNewer = notBefore(lastChange, changed_at);
  if (kind === 'reaction') return isNewer;
  return verb === 'remove' ? true : { $and: [isNewer, { $not: IS_REMOVED }] };
}

function notBefore(stored: string, time: Date): Condition {
  return { $gte: [time, { $ifNull: [stored, LONG_AGO] }] };
}

function when(condition: Condition, value: unknown, stored: string): unknown {
  return { $cond: [condition, { $literal: value }, stored] };
}

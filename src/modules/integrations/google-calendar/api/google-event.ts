import { objectOf, objectsOf, textOf } from '../../../../core/json/index.js';

/** A start or an end: an instant, or a date that begins at midnight of the calendar's zone. */
export type EventTime = { readonly instant: Date } | { readonly date: string };

/** What matters of an event. A cancelled one may lack everything but its id. */
export interface GoogleEvent {
  readonly id: string;
  readonly isCancelled: boolean;
  readonly title: string | undefined;
  readonly isPrivate: boolean;
  /** The event leaves its time free, or this person has declined it, or it only says where the person works. */
  readonly isFree: boolean;
  readonly start: EventTime | undefined;
  /** Exclusive. */
  readonly end: EventTime | undefined;
  readonly updatedAt: Date | undefined;
  /** The event of which this is one occurrence. */
  readonly recurringId: string | undefined;
  /** Private properties of this app. */
  readonly tags: Readonly<Record<string, unknown>>;
}

type Json = ReturnType<typeof objectOf>;

/** @returns undefined for something without an id */
export function readEvent(item: Json): GoogleEvent | undefined {
  const id = textOf(item['id']);
  if (id === undefined) return undefined;
  return {
    id,
    isCancelled: item['status'] === 'cancelled',
    title: textOf(item['summary']),
    isPrivate: item['visibility'] === 'private' || item['visibility'] === 'confidential',
    isFree: isFree(item),
    start: readTime(item['start']),
    end: readTime(item['end']),
    updatedAt: instantOf(item['updated']),
    recurringId: textOf(item['recurringEventId']),
    tags: objectOf(objectOf(item['extendedProperties'])['private']),
  };
}

function isFree(item: Json): boolean {
  if (item['transparency'] === 'transparent' || item['eventType'] === 'workingLocation') return true;
  return objectsOf(item['attendees']).some((one) => one['self'] === true && one['responseStatus'] === 'declined');
}

function readTime(value: unknown): EventTime | undefined {
  const { date, dateTime } = objectOf(value);
  const instant = instantOf(dateTime);
  if (instant) return { instant };
  return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : undefined;
}

function instantOf(value: unknown): Date | undefined {
  const instant = typeof value === 'string' ? new Date(value) : undefined;
  return instant && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

import type { EventBody } from '../api/google-calendar-api.js';
import type { GoogleEvent } from '../api/google-event.js';
import type { EventContent } from '../schemas/pushed-event.schema.js';
import { type EventPair, pairOfEvent } from './event-id.js';

const [COMPANY, APPOINTMENT, VERSION] = ['petbuddy_company', 'petbuddy_appointment', 'petbuddy_version'] as const;

export interface EventOwner {
  readonly companyId: string;
  readonly appointmentId: string;
  readonly version: number;
  readonly timeZone: string;
}

/** The fields of an event that belong to PetBuddy. All others keep what people have written in Google. */
export function toEventBody({ title, starts_at, ends_at }: EventContent, owner: EventOwner): EventBody {
  const timeZone = owner.timeZone;
  return {
    // A deleted event keeps its id; this brings it back.
    status: 'confirmed',
    summary: title,
    start: { dateTime: starts_at.toISOString(), timeZone, date: null },
    end: { dateTime: ends_at.toISOString(), timeZone, date: null },
    recurrence: null,
    transparency: 'opaque',
    extendedProperties: {
      private: {
        [COMPANY]: owner.companyId,
        [APPOINTMENT]: owner.appointmentId,
        [VERSION]: String(owner.version),
      },
    },
  };
}

/**
 * The pair whose event this is; undefined for events of others. A copy of our event has our tags and another id, so it
 * is an event of others. A deleted event may have lost its tags.
 */
export function ownPair({ id, isCancelled, tags }: GoogleEvent, companyId: string): EventPair | undefined {
  const pair = pairOfEvent(id);
  if (!pair) return undefined;
  const isTagged = tags[COMPANY] === companyId && tags[APPOINTMENT] === pair.appointment_id.toHexString();
  return isTagged || (isCancelled && Object.keys(tags).length === 0) ? pair : undefined;
}

export function isSameContent(one: EventContent | null, other: EventContent | null): boolean {
  if (!one || !other) return one === other;
  return one.title === other.title && isSameTime(one, other);
}

type Times = Pick<EventContent, 'starts_at' | 'ends_at'>;

export function isSameTime(one: Times, other: Times): boolean {
  return one.starts_at.getTime() === other.starts_at.getTime() && one.ends_at.getTime() === other.ends_at.getTime();
}

import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../json.ts';

export const DEFAULT_ACCOUNT = 'salon@google.example';
const TIME_ZONE = 'America/Sao_Paulo';

export type AccessRole = 'owner' | 'writer' | 'reader';

export interface EventTime {
  /** All day; the end is exclusive. */
  date?: string;
  dateTime?: string;
  timeZone?: string;
}

export interface GoogleEvent extends JsonObject {
  kind: 'calendar#event';
  etag: string;
  id: string;
  status: 'confirmed' | 'tentative' | 'cancelled';
  created: string;
  updated: string;
  start: EventTime;
  end: EventTime;
  iCalUID: string;
  summary?: string;
  sequence: number;
  recurrence?: string[];
  recurringEventId?: string;
  originalStartTime?: EventTime;
}

export interface StoredEvent {
  /** The number of the change of the calendar that made this version. */
  version: number;
  event: GoogleEvent;
  /** Instances that the series has no more, by id, with the change that removed them. */
  gone: Map<string, { version: number; original: EventTime }>;
}

export interface GoogleCalendar {
  id: string;
  summary: string;
  timeZone: string;
  accessRole: AccessRole;
  isPrimary: boolean;
  /** Google sends no notifications about public calendars. */
  canWatch: boolean;
  /** How many changes there were. */
  version: number;
  /** Sync tokens of earlier changes are refused. */
  oldestSync: number;
  events: Map<string, StoredEvent>;
}

export interface GoogleAccount {
  email: string;
  calendars: GoogleCalendar[];
}

/** An account with a primary calendar, one each for two persons, and holidays to read. */
export function newAccount(email: string): GoogleAccount {
  const [name = ''] = email.split('@');
  const calendar = (id: string, summary: string, accessRole: AccessRole = 'owner'): GoogleCalendar => ({
    ...{ id, summary, accessRole, timeZone: TIME_ZONE, isPrimary: id === email, canWatch: accessRole !== 'reader' },
    ...{ version: 0, oldestSync: 0, events: new Map<string, StoredEvent>() },
  });
  return {
    email,
    calendars: [
      calendar(email, email),
      calendar(`anna.${name}@group.calendar.google.example`, 'Anna'),
      calendar(`bruno.${name}@group.calendar.google.example`, 'Bruno', 'writer'),
      calendar(`holidays.${name}@group.v.calendar.google.example`, 'Holidays', 'reader'),
    ],
  };
}

/** Letters and digits that an event id may have (base32hex). */
export const newEventId = (): string => BigInt(`0x${randomBytes(16).toString('hex')}`).toString(32);

/** The entry of `calendarList`. */
export function listEntry({ id, summary, timeZone, accessRole, isPrimary }: GoogleCalendar): JsonObject {
  return {
    ...{ kind: 'calendar#calendarListEntry', etag: '"1"', id, summary, timeZone, colorId: '1', selected: true },
    ...{ backgroundColor: '#9fe1e7', foregroundColor: '#000000', accessRole, defaultReminders: [] },
    ...(isPrimary && { primary: true }),
  };
}

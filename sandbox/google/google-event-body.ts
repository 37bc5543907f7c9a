import { isObject, isText, type JsonObject } from '../json.ts';
import type { EventTime, GoogleCalendar, GoogleEvent } from './google-calendars.ts';
import { GoogleRefusal, invalid } from './google-refusal.ts';
import { assertRule } from './google-series.ts';
import { hasOffset, isTimeZone, msOf } from './google-time.ts';

const ID = /^[a-v0-9]{5,1024}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;
const STATUSES: readonly unknown[] = ['confirmed', 'tentative', 'cancelled'];
const TRANSPARENCIES: readonly unknown[] = ['opaque', 'transparent'];
const MAX_PRIVATE_CHARS = 1_024;

const WRITABLE = [
  ...['id', 'status', 'summary', 'description', 'location', 'colorId', 'start', 'end', 'recurrence', 'transparency'],
  ...['visibility', 'sequence', 'attendees', 'reminders', 'extendedProperties', 'source', 'iCalUID', 'eventType'],
  ...['guestsCanInviteOthers', 'guestsCanModify', 'guestsCanSeeOtherGuests', 'anyoneCanAddSelf', 'originalStartTime'],
  ...['conferenceData', 'attachments', 'workingLocationProperties', 'outOfOfficeProperties', 'focusTimeProperties'],
];
/** Taken and ignored, because programs send back what they read. */
const READ_ONLY = [
  ...['kind', 'etag', 'htmlLink', 'created', 'updated', 'creator', 'organizer', 'recurringEventId', 'hangoutLink'],
  ...['endTimeUnspecified', 'locked', 'privateCopy', 'attendeesOmitted'],
];

export type EventFields = Partial<GoogleEvent>;

/** The fields of a body that a program may write, checked. A null removes a field. @throws GoogleRefusal */
export function eventFields(body: JsonObject): EventFields {
  for (const key of Object.keys(body)) {
    if (!WRITABLE.includes(key) && !READ_ONLY.includes(key))
      throw new GoogleRefusal(
        400,
        'parseError',
        `Invalid JSON payload received. Unknown name "${key}": Cannot find field.`,
      );
  }
  const fields = Object.fromEntries(Object.entries(body).filter(([key]) => WRITABLE.includes(key)));
  const { id, status, transparency, extendedProperties, attendees, summary } = fields;
  if (id !== undefined && (!isText(id) || !ID.test(id))) throw invalid('Invalid resource id value.');
  if (status !== undefined && !STATUSES.includes(status)) throw invalid('Invalid value for: status');
  if (transparency !== undefined && !TRANSPARENCIES.includes(transparency))
    throw invalid('Invalid value for: transparency');
  if (summary !== undefined && summary !== null && typeof summary !== 'string')
    throw invalid('Invalid value for: summary');
  if (attendees !== undefined && attendees !== null) assertAttendees(attendees);
  if (extendedProperties !== undefined && extendedProperties !== null) assertProperties(extendedProperties);
  return fields;
}

function assertAttendees(attendees: unknown): void {
  const isGood = Array.isArray(attendees) && attendees.every((one) => isObject(one) && isText(one['email']));
  if (!isGood) throw invalid('Invalid attendee email.');
}

function assertProperties(properties: unknown): void {
  const maps = isObject(properties) ? properties : { properties };
  for (const [kind, map] of Object.entries(maps)) {
    if ((kind !== 'private' && kind !== 'shared') || !isObject(map))
      throw invalid('Invalid value for: extendedProperties');
    for (const [key, value] of Object.entries(map))
      if (value !== null && (typeof value !== 'string' || key.length + value.length > MAX_PRIVATE_CHARS))
        throw invalid(`Invalid value for: extendedProperties.${kind}`);
  }
}

/** Start, end and recurrence of the event together. @throws GoogleRefusal */
export function assertTimes({ start, end, recurrence }: EventFields, { timeZone }: GoogleCalendar): void {
  assertTime(start, 'start');
  assertTime(end, 'end');
  if ((start.date === undefined) !== (end.date === undefined))
    throw invalid('Start and end times must either both be date or both be dateTime.');
  if (msOf(end, timeZone) < msOf(start, timeZone) || (start.date !== undefined && start.date === end.date))
    throw new GoogleRefusal(400, 'timeRangeEmpty', 'The specified time range is empty.', { domain: 'calendar' });
  if (recurrence === undefined) return;
  if (!Array.isArray(recurrence)) throw invalid('Invalid recurrence rule.');
  assertRule(recurrence);
  if (start.date === undefined && start.timeZone === undefined)
    throw new GoogleRefusal(400, 'required', 'Missing time zone definition for start time.');
}

function assertTime(time: EventTime | undefined, which: string): asserts time is EventTime {
  if (!isObject(time)) throw new GoogleRefusal(400, 'required', `Missing ${which} time.`);
  const { date, dateTime, timeZone } = time as EventTime;
  const isDay = isText(date) && DATE.test(date);
  const isTime = isText(dateTime) && DATE_TIME.test(dateTime) && !Number.isNaN(Date.parse(dateTime));
  if (isDay === isTime) throw invalid(`Invalid value for: ${which}`);
  if (timeZone !== undefined && timeZone !== null && !isTimeZone(timeZone))
    throw invalid(`Invalid time zone definition for ${which} time.`);
  if (isTime && !hasOffset(dateTime) && !timeZone)
    throw new GoogleRefusal(400, 'required', `Missing time zone definition for ${which} time.`);
}

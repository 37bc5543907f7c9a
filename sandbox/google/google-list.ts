import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { instanceEvent } from './google-book.ts';
import type { GoogleCalendar, GoogleEvent, StoredEvent } from './google-calendars.ts';
import { GoogleRefusal, invalid } from './google-refusal.ts';
import { instancesOf } from './google-series.ts';
import { hasOffset, msOf } from './google-time.ts';

const DEFAULT_PAGE = 250;
const MAX_PAGE = 2_500;
/** Not together with a sync token. */
const NOT_WITH_SYNC = [
  ...[
    'iCalUID',
    'orderBy',
    'privateExtendedProperty',
    'q',
    'sharedExtendedProperty',
    'timeMin',
    'timeMax',
    'updatedMin',
  ],
];
/** A list that was asked for with one of these gets no sync token. */
const WITHOUT_SYNC = ['iCalUID', 'orderBy', 'privateExtendedProperty', 'q', 'sharedExtendedProperty', 'updatedMin'];
/** The same in every call that belongs together. */
const STABLE = ['singleEvents', 'showDeleted', 'eventTypes', 'timeZone', 'maxAttendees'];
export const LIST_PARAMETERS = [
  ...NOT_WITH_SYNC,
  ...STABLE,
  ...['maxResults', 'pageToken', 'syncToken', 'alwaysIncludeEmail', 'showHiddenInvitations'],
];

interface Listing {
  calendarId: string;
  stable: string;
  items: readonly GoogleEvent[];
  /** Null: this list ends without a sync token. */
  nextSyncToken: string | null;
}

interface SyncPoint {
  calendarId: string;
  stable: string;
  version: number;
}

/** Lists events by pages. A page token stands for a list that does not change while a program reads it. */
export class GoogleLists {
  private readonly pages = new Map<string, Listing>();
  private readonly syncPoints = new Map<string, SyncPoint>();

  /** @param pageSize 0, or a smaller size of pages than asked for. @throws GoogleRefusal */
  page(calendar: GoogleCalendar, query: URLSearchParams, pageSize: number): JsonObject {
    const listing = this.listing(calendar, query);
    const asked = sizeOf(query.get('maxResults'));
    const size = pageSize > 0 ? Math.min(asked, pageSize) : asked;
    const rest = listing.items.slice(size);
    return {
      ...{ kind: 'calendar#events', etag: `"${calendar.version}"`, summary: calendar.summary },
      ...{ timeZone: calendar.timeZone, accessRole: calendar.accessRole, defaultReminders: [] },
      items: listing.items.slice(0, size),
      ...(rest.length > 0 && { nextPageToken: kept(this.pages, { ...listing, items: rest }) }),
      ...(rest.length === 0 && listing.nextSyncToken !== null && { nextSyncToken: listing.nextSyncToken }),
    };
  }

  private listing(calendar: GoogleCalendar, query: URLSearchParams): Listing {
    const stable = JSON.stringify(STABLE.map((name) => query.get(name)));
    const syncToken = query.get('syncToken');
    const wrong = syncToken === null ? undefined : NOT_WITH_SYNC.find((name) => query.has(name));
    if (wrong !== undefined) throw invalid(`Sync token cannot be used with ${wrong}.`, wrong);
    const since = syncToken === null ? undefined : this.syncPoint(calendar, syncToken, stable);
    const pageToken = query.get('pageToken');
    if (pageToken !== null) {
      const page = this.pages.get(pageToken);
      if (page?.calendarId !== calendar.id || page.stable !== stable)
        throw invalid('Invalid page token value.', 'pageToken');
      return page;
    }
    const point = { calendarId: calendar.id, stable, version: calendar.version };
    const nextSyncToken = WITHOUT_SYNC.some((name) => query.has(name)) ? null : kept(this.syncPoints, point);
    const isSingle = flag(query, 'singleEvents');
    const items = since === undefined ? full(calendar, query, isSingle) : changes(calendar, since, isSingle);
    return { calendarId: calendar.id, stable, items, nextSyncToken };
  }

  private syncPoint(calendar: GoogleCalendar, token: string, stable: string): number {
    const point = this.syncPoints.get(token);
    if (point && point.calendarId === calendar.id && point.stable !== stable)
      throw invalid('The parameters must be those of the first request.', 'syncToken');
    if (point?.calendarId === calendar.id && point.version >= calendar.oldestSync) return point.version;
    const place = { domain: 'calendar', locationType: 'parameter', location: 'syncToken' } as const;
    const message = 'Sync token is no longer valid, a full sync is required.';
    throw new GoogleRefusal(410, 'fullSyncRequired', message, place);
  }
}

function full(calendar: GoogleCalendar, query: URLSearchParams, isSingle: boolean): GoogleEvent[] {
  const { timeZone } = calendar;
  const [from, to] = [timeParameter(query, 'timeMin'), timeParameter(query, 'timeMax')];
  if (from !== undefined && to !== undefined && from >= to)
    throw new GoogleRefusal(400, 'timeRangeEmpty', 'The specified time range is empty.', { domain: 'calendar' });
  const order = query.get('orderBy');
  if (order !== null && order !== 'startTime' && order !== 'updated')
    throw invalid('Invalid value for: orderBy', 'orderBy');
  if (order === 'startTime' && !isSingle)
    throw invalid('The requested ordering is not available for the particular query.');
  const hasDeleted = flag(query, 'showDeleted');
  const isWanted = (event: GoogleEvent): boolean =>
    (hasDeleted || event.status !== 'cancelled' || (!isSingle && event.recurringEventId !== undefined)) &&
    (event.recurrence !== undefined || to === undefined || msOf(event.start, timeZone) < to) &&
    (event.recurrence !== undefined || from === undefined || msOf(event.end, timeZone) > from) &&
    (query.get('iCalUID') ?? event.iCalUID) === event.iCalUID &&
    query.getAll('privateExtendedProperty').every((one) => hasProperty(event, one));
  const found = [...calendar.events.values()].flatMap((one) => shown(calendar, one, isSingle)).filter(isWanted);
  return order === 'startTime' ? found.sort((a, b) => msOf(a.start, timeZone) - msOf(b.start, timeZone)) : found;
}

/** What changed after a version. Deleted events have few fields. */
function changes(calendar: GoogleCalendar, since: number, isSingle: boolean): GoogleEvent[] {
  const changed = [...calendar.events.values()].filter(({ version }) => version > since);
  const items = changed
    .sort((a, b) => a.version - b.version)
    .flatMap((one) => [...shown(calendar, one, isSingle), ...(isSingle ? goneInstances(one, since) : [])]);
  return items.map((event) => (event.status === 'cancelled' ? remains(event) : event));
}

function shown(calendar: GoogleCalendar, { event }: StoredEvent, isSingle: boolean): GoogleEvent[] {
  if (!isSingle || !event.recurrence) return [event];
  if (event.status === 'cancelled') return [];
  return instancesOf(event, calendar.timeZone)
    .filter(({ id }) => !calendar.events.has(id))
    .map((one) => instanceEvent(event, one));
}

const goneInstances = ({ event, gone }: StoredEvent, since: number): GoogleEvent[] =>
  [...gone].flatMap(([id, { version, original }]) =>
    version > since
      ? [{ ...event, id, status: 'cancelled' as const, recurringEventId: event.id, originalStartTime: original }]
      : [],
  );

function remains({ kind, etag, id, status, recurringEventId, originalStartTime }: GoogleEvent): GoogleEvent {
  const instance = recurringEventId === undefined ? {} : { recurringEventId, originalStartTime };
  return { kind, etag, id, status, ...instance } as GoogleEvent;
}

function hasProperty({ extendedProperties }: GoogleEvent, text: string): boolean {
  const [key = '', ...value] = text.split('=');
  return (extendedProperties as { private?: JsonObject } | undefined)?.private?.[key] === value.join('=');
}

function kept<T>(map: Map<string, T>, value: T): string {
  const token = randomBytes(18).toString('base64url');
  map.set(token, value);
  return token;
}

/** @throws GoogleRefusal for another value than true and false */
export function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name) ?? 'false';
  if (value !== 'true' && value !== 'false') throw invalid(`Invalid boolean value: '${value}'.`, name);
  return value === 'true';
}

function timeParameter(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (!hasOffset(value) || Number.isNaN(Date.parse(value))) throw new GoogleRefusal(400, 'badRequest', 'Bad Request');
  return Date.parse(value);
}

function sizeOf(value: string | null): number {
  if (value === null) return DEFAULT_PAGE;
  const size = Number(value);
  if (!Number.isInteger(size) || size < 1) throw invalid(`Invalid integer value: '${value}'.`, 'maxResults');
  return Math.min(size, MAX_PAGE);
}

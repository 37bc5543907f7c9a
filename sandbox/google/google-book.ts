import { isObject, type JsonObject } from '../json.ts';
import {
  DEFAULT_ACCOUNT,
  type GoogleAccount,
  type GoogleCalendar,
  type GoogleEvent,
  newAccount,
  newEventId,
  type StoredEvent,
} from './google-calendars.ts';
import { assertTimes, type EventFields, eventFields } from './google-event-body.ts';
import { GoogleRefusal, invalid, notFound } from './google-refusal.ts';
import { type Instance, instancesOf } from './google-series.ts';

export interface Change {
  account: GoogleAccount;
  calendar: GoogleCalendar;
}

interface Condition {
  /** `If-Match`: the version that the caller knows. */
  etag?: string | undefined;
}

/** The accounts, their calendars and events. Every change counts up the version of its calendar. */
export class GoogleBook {
  readonly accounts = new Map<string, GoogleAccount>();
  private readonly now: () => number;
  private readonly changed: (change: Change) => void;

  constructor(now: () => number, changed: (change: Change) => void) {
    this.now = now;
    this.changed = changed;
    this.account(DEFAULT_ACCOUNT);
  }

  /** Makes the account if there is none. */
  account(email: string): GoogleAccount {
    const account = this.accounts.get(email) ?? newAccount(email);
    this.accounts.set(email, account);
    return account;
  }

  /** @throws GoogleRefusal 404 */
  calendar({ email, calendars }: GoogleAccount, id: string): GoogleCalendar {
    const wanted = id === 'primary' ? email : id;
    const calendar = calendars.find((one) => one.id === wanted);
    if (!calendar) throw notFound();
    return calendar;
  }

  /** An event or an instance of a series, also a deleted one. @throws GoogleRefusal 404 */
  get(calendar: GoogleCalendar, id: string): GoogleEvent {
    const known = calendar.events.get(id)?.event ?? this.instance(calendar, id);
    if (!known) throw notFound();
    return known;
  }

  /** @throws GoogleRefusal 409 for an id that was used before, also by a deleted event */
  insert({ account, calendar }: Change, body: JsonObject): GoogleEvent {
    const { status, ...fields } = eventFields(body);
    if (fields.id !== undefined && calendar.events.has(fields.id))
      throw new GoogleRefusal(409, 'duplicate', 'The requested identifier already exists.');
    const id = fields.id ?? newEventId();
    const created = this.stamp();
    const base = { kind: 'calendar#event', id, status: status ?? 'confirmed', created, sequence: 0 };
    const people = { creator: { email: account.email }, organizer: organizerOf(calendar) };
    const iCalUID = fields.iCalUID ?? `${id}@google.com`;
    return this.store({ account, calendar }, {
      ...base,
      ...people,
      iCalUID,
      ...withoutNulls(fields),
      id,
    } as GoogleEvent);
  }

  /** PUT without `isPatch`: fields that the body does not name are lost. @throws GoogleRefusal 412 */
  update(
    change: Change,
    id: string,
    body: JsonObject,
    { isPatch, etag }: Condition & { isPatch: boolean },
  ): GoogleEvent {
    const old = this.get(change.calendar, id);
    assertEtag(old, etag);
    const fields = eventFields(body);
    if (fields.id !== undefined && fields.id !== id) throw invalid('Invalid resource id value.');
    if (fields.sequence !== undefined && fields.sequence < old.sequence)
      throw invalid('Invalid sequence value. The specified sequence number is below the current sequence number.');
    const { kind, created, iCalUID, recurringEventId, originalStartTime, creator, organizer } = old;
    const kept = { kind, id, created, iCalUID, sequence: old.sequence, creator, organizer };
    const instance = recurringEventId === undefined ? {} : { recurringEventId, originalStartTime };
    const base = isPatch ? { ...old } : { ...kept, ...instance, status: 'confirmed' };
    const merged = withoutNulls({ ...base, ...(isPatch ? merge(old, fields) : fields), ...instance } as EventFields);
    const isMoved = ['start', 'end', 'recurrence'].some(
      (key) => JSON.stringify(old[key]) !== JSON.stringify(merged[key]),
    );
    const sequence = Math.max(fields.sequence ?? 0, old.sequence + (isMoved ? 1 : 0));
    return this.store(change, { ...merged, sequence } as GoogleEvent);
  }

  /** @throws GoogleRefusal 410 for a deleted one */
  remove(change: Change, id: string, { etag }: Condition = {}): void {
    const old = this.get(change.calendar, id);
    if (old.status === 'cancelled') throw new GoogleRefusal(410, 'deleted', 'Resource has been deleted');
    assertEtag(old, etag);
    this.store(change, { ...old, status: 'cancelled' });
  }

  private store({ account, calendar }: Change, event: GoogleEvent): GoogleEvent {
    assertTimes(event, calendar);
    calendar.version += 1;
    const { version } = calendar;
    const stored = calendar.events.get(event.id);
    const full = withSelf(
      { ...event, etag: `"${Date.parse(event.created)}${version}"`, updated: this.stamp() },
      account,
    );
    const next: StoredEvent = { version, event: full, gone: new Map(stored?.gone) };
    calendar.events.set(event.id, next);
    if (stored) noteGone(stored.event, next, calendar);
    this.changed({ account, calendar });
    return full;
  }

  private instance(calendar: GoogleCalendar, id: string): GoogleEvent | undefined {
    const series = calendar.events.get(id.replace(/_[\dTZ]+$/, ''))?.event;
    if (!series?.recurrence || series.status === 'cancelled') return undefined;
    const found = instancesOf(series, calendar.timeZone).find((one) => one.id === id);
    return found && instanceEvent(series, found);
  }

  private stamp(): string {
    return new Date(this.now()).toISOString();
  }
}

/** An instance as an event of its own. */
export function instanceEvent(series: GoogleEvent, { id, original, start, end }: Instance): GoogleEvent {
  const { recurrence: _recurrence, ...fields } = series;
  return { ...fields, id, start, end, recurringEventId: series.id, originalStartTime: original };
}

/** Remembers which instances a changed series lost, and cancels the exceptions among them. */
function noteGone(before: GoogleEvent, next: StoredEvent, { timeZone, events }: GoogleCalendar): void {
  const { event, version, gone } = next;
  if (!before.recurrence) return;
  const list = (one: GoogleEvent): Instance[] =>
    one.recurrence && one.status !== 'cancelled' ? instancesOf(one, timeZone) : [];
  const now = new Set(list(event).map(({ id }) => id));
  for (const { id, original } of list(before)) if (!now.has(id) && !events.has(id)) gone.set(id, { version, original });
  for (const id of now) gone.delete(id);
  for (const { event: exception, gone: none } of events.values())
    if (exception.recurringEventId === event.id && !now.has(exception.id) && exception.status !== 'cancelled')
      events.set(exception.id, { event: { ...exception, status: 'cancelled' }, version, gone: none });
}

function assertEtag({ etag }: GoogleEvent, known: string | undefined): void {
  if (known === undefined || known === '*' || known === etag) return;
  throw new GoogleRefusal(412, 'conditionNotMet', 'Precondition Failed', {
    locationType: 'header',
    location: 'If-Match',
  });
}

const organizerOf = ({ id, summary, isPrimary }: GoogleCalendar): JsonObject =>
  isPrimary ? { email: id, self: true } : { email: id, displayName: summary, self: true };

/** Marks the attendee who is the account itself. */
function withSelf(event: GoogleEvent, { email }: GoogleAccount): GoogleEvent {
  const { attendees } = event;
  if (!Array.isArray(attendees)) return event;
  const people = attendees as { email: string; responseStatus?: string }[];
  const mark = (one: (typeof people)[number]): object => ({
    ...{ responseStatus: 'needsAction', ...one },
    ...(one.email === email && { self: true }),
  });
  return { ...event, attendees: people.map(mark) };
}

/** PATCH merges objects, also nested ones, and replaces arrays. */
function merge(old: JsonObject, fields: JsonObject): JsonObject {
  const merged = Object.entries(fields).map(([key, value]) => {
    const before = old[key];
    return [key, isObject(before) && isObject(value) ? { ...before, ...merge(before, value) } : value];
  });
  return Object.fromEntries(merged) as JsonObject;
}

function withoutNulls(fields: EventFields): EventFields {
  const clean = (value: unknown): unknown => (isObject(value) ? withoutNulls(value) : value);
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [key, clean(value)]),
  );
}

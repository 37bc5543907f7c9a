import { ControlError } from '../control-error.ts';
import { isFaultMode } from '../http/faults.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import type { Change } from './google-book.ts';
import { type AccessRole, DEFAULT_ACCOUNT, type EventTime, type GoogleEvent } from './google-calendars.ts';
import type { GoogleFake } from './google-fake.ts';
import { GoogleRefusal } from './google-refusal.ts';
import { dayAfter, msOf, zoned } from './google-time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ROLES: readonly unknown[] = ['owner', 'writer', 'reader'];

type Act = (google: GoogleFake, body: JsonObject) => unknown;

const ACTS: Readonly<Record<string, Act>> = {
  create: (google, body) => google.book.insert(placeOf(google, body), eventOf(body)),
  change: (google, body) => change(google, body, eventOf(body)),
  move: (google, body) => move(google, body),
  decline: (google, body) => decline(google, body),
  delete: (google, body) => {
    const place = placeOf(google, body);
    google.book.remove(place, find(google, place, body).id);
  },
  expire_sync_tokens: (google, body) => {
    const { calendars } = google.book.account(emailOf(body));
    for (const one of calendars) one.oldestSync = one.version + 1;
    // A token that is made from now on is good again.
    for (const one of calendars) one.version += 1;
  },
  expire_access_tokens: (google) => google.oauth.tokens.expireAccess(),
  expire_channels: (google) => google.watch.channels.clear(),
  revoke: (google, body) => google.oauth.tokens.revokeAccount(emailOf(body)),
  set_role: (google, body) => {
    if (!ROLES.includes(body['role'])) throw new ControlError(`role must be one of ${ROLES.join(', ')}`);
    placeOf(google, body).calendar.accessRole = body['role'] as AccessRole;
  },
  fail_next: (google, body) => failNext(google, body),
  release: (google, { seed }) => google.watch.release(Number(seed ?? 1)),
};

/**
 * What a person does in Google Calendar, and what goes wrong there: `{do, account?, calendar?, event_id?, …}`. A calendar
 * is named by its id or its name; an event by its id, its title or one of its private properties.
 * @throws ControlError
 */
export function playGoogle(google: GoogleFake, body: JsonObject): unknown {
  const act = ACTS[String(body['do'])];
  if (!act) throw new ControlError(`do must be one of ${Object.keys(ACTS).join(', ')}`);
  try {
    return act(google, body) ?? { ok: true };
  } catch (error) {
    throw error instanceof GoogleRefusal ? new ControlError(error.message) : error;
  }
}

/** All accounts with their calendars, events and channels. */
export function shownGoogle({ book, watch }: GoogleFake): JsonObject {
  return {
    accounts: [...book.accounts.values()].map(({ email, calendars }) => ({
      email,
      calendars: calendars.map(({ id, summary, accessRole, timeZone, events }) => ({
        ...{ id, summary, accessRole, timeZone },
        events: [...events.values()].map(({ event }) => event),
      })),
    })),
    channels: [...watch.channels.values()],
  };
}

function change(google: GoogleFake, body: JsonObject, fields: JsonObject): GoogleEvent {
  const place = placeOf(google, body);
  return google.book.update(place, find(google, place, body).id, fields, { isPatch: true });
}

/** By `minutes`, or so that it starts at `start` (RFC 3339) with the same length. */
function move(google: GoogleFake, body: JsonObject): GoogleEvent {
  const place = placeOf(google, body);
  const { start, end } = find(google, place, body);
  const zone = place.calendar.timeZone;
  const from = msOf(start, zone);
  const to = isText(body['start']) ? Date.parse(body['start']) : from + Number(body['minutes']) * MINUTE_MS;
  if (Number.isNaN(to)) throw new ControlError('minutes or start is needed');
  const at = (time: EventTime): EventTime => {
    if (time.date !== undefined) return { date: dayAfter(time.date, Math.round((to - from) / DAY_MS)) };
    return { ...time, dateTime: zoned(msOf(time, zone) + to - from, time.timeZone ?? zone) };
  };
  return change(google, body, { start: at(start), end: at(end) });
}

/** The owner of the calendar is an attendee and says no. */
function decline(google: GoogleFake, body: JsonObject): GoogleEvent {
  const email = emailOf(body);
  return change(google, body, { attendees: [{ email, responseStatus: 'declined' }] });
}

function failNext(google: GoogleFake, body: JsonObject): void {
  const { status, reason, mode, method, at, times = 1 } = body;
  if (mode !== undefined && !isFaultMode(mode)) throw new ControlError('Unknown mode');
  if ((status === undefined) === (mode === undefined)) throw new ControlError('status or mode is needed');
  const trouble = {
    at: at === 'token' ? ('token' as const) : ('calendar' as const),
    ...(status !== undefined && { status: Number(status) }),
    ...(mode !== undefined && { mode }),
    ...(isText(reason) && { reason }),
    ...(isText(method) && { method }),
  };
  google.failNext(...Array.from({ length: Number(times) }, () => trouble));
}

const emailOf = ({ account }: JsonObject): string => (isText(account) ? account : DEFAULT_ACCOUNT);

function placeOf(google: GoogleFake, body: JsonObject): Change {
  const account = google.book.account(emailOf(body));
  const name = isText(body['calendar']) ? body['calendar'] : 'primary';
  const calendar = account.calendars.find(({ id, summary, isPrimary }) =>
    name === 'primary' ? isPrimary : id === name || summary === name,
  );
  if (!calendar) throw new ControlError(`No calendar ${name}`);
  return { account, calendar };
}

function eventOf({ event }: JsonObject): JsonObject {
  if (!isObject(event)) throw new ControlError('event is needed, as the body of an event at Google');
  return event;
}

function find(google: GoogleFake, { calendar }: Change, { event_id: wanted }: JsonObject): GoogleEvent {
  if (!isText(wanted)) throw new ControlError('event_id is needed');
  const events = [...calendar.events.values()].map(({ event }) => event).filter(({ status }) => status !== 'cancelled');
  const isNamed = ({ id, summary, extendedProperties }: GoogleEvent): boolean => {
    const { private: own = {} } = (extendedProperties ?? {}) as { private?: JsonObject };
    return id === wanted || summary === wanted || Object.values(own).includes(wanted);
  };
  const known = events.find(isNamed);
  if (known) return known;
  // Perhaps an instance of a series that nobody has changed yet.
  return google.book.get(calendar, wanted);
}

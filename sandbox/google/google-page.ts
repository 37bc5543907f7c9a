/** `GET /google/`: the calendars of the fake by day, with buttons that do what a person does in Google Calendar. */
import { escapeHtml, group, page } from '../dialogs/html.ts';
import { writeReply, type Exchange } from '../http/exchange.ts';
import { instanceEvent } from './google-book.ts';
import { DEFAULT_ACCOUNT, type GoogleAccount, type GoogleCalendar, type GoogleEvent } from './google-calendars.ts';
import { playGoogle } from './google-control.ts';
import type { GoogleFake } from './google-fake.ts';
import { instancesOf } from './google-series.ts';
import { instantOf, msOf, wallTime, zoned } from './google-time.ts';
import { ControlError } from '../control-error.ts';

const HTML = 'text/html; charset=utf-8';
const DATE_LENGTH = 'YYYY-MM-DD'.length;
const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** @returns false for another address */
export function serveGooglePage(google: GoogleFake, exchange: Exchange): boolean {
  const { method, path, query, res } = exchange;
  if (path !== '/' || (method !== 'GET' && method !== 'POST')) return false;
  const email = query.get('account') ?? DEFAULT_ACCOUNT;
  if (method === 'GET') {
    const account = google.book.accounts.get(email) ?? google.book.account(DEFAULT_ACCOUNT);
    const bytes = page('Sandbox: Google Calendar', accountsOf(google) + calendarsOf(account));
    writeReply(res, { status: 200, bytes, contentType: HTML });
    return true;
  }
  try {
    act(google, email, new URLSearchParams(exchange.body.toString('utf8')));
    const location = `/google/?account=${encodeURIComponent(email)}`;
    writeReply(res, { status: 303, json: {}, headers: { location } });
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    const bytes = page('Sandbox: Google Calendar', `<p role="alert">${escapeHtml(error.message)}</p>`);
    writeReply(res, { status: 400, bytes, contentType: HTML });
  }
  return true;
}

function act(google: GoogleFake, account: string, form: URLSearchParams): void {
  const text = (name: string): string => form.get(name) ?? '';
  const place = { account, calendar: text('calendar'), event_id: text('event_id') };
  const zone = google.book.account(account).calendars[0]?.timeZone ?? 'UTC';
  const start = text('start') === '' ? '' : zoned(instantOf(`${text('start')}:00`, zone), zone);
  if (text('do') === 'delete') return void playGoogle(google, { ...place, do: 'delete' });
  if (text('do') === 'move') return void playGoogle(google, { ...place, do: 'move', start });
  const end = { dateTime: zoned(Date.parse(start) + HOUR_MS, zone), timeZone: zone };
  const event = { summary: text('title'), start: { dateTime: start, timeZone: zone }, end };
  playGoogle(google, { ...place, do: 'create', event });
}

function accountsOf({ book }: GoogleFake): string {
  const links = [...book.accounts.keys()].map(
    (email) => `<a href="/google/?account=${encodeURIComponent(email)}">${escapeHtml(email)}</a>`,
  );
  return `<p>${links.join(' · ')}</p>`;
}

const calendarsOf = ({ calendars }: GoogleAccount): string =>
  calendars.map((one) => group(`${one.summary} (${one.accessRole})`, eventsOf(one) + newEvent(one))).join('');

function eventsOf(calendar: GoogleCalendar): string {
  const { timeZone } = calendar;
  const since = Date.now() - DAY_MS;
  const events = [...calendar.events.values()]
    .flatMap(({ event }) => shown(calendar, event))
    .filter(({ status, end }) => status !== 'cancelled' && msOf(end, timeZone) > since)
    .sort((a, b) => msOf(a.start, timeZone) - msOf(b.start, timeZone));
  const days = Map.groupBy(events, ({ start }) => wallTime(msOf(start, timeZone), timeZone).slice(0, DATE_LENGTH));
  if (days.size === 0) return '<p>No events.</p>';
  return [...days].map(([day, list]) => `<h2>${day}</h2>${list.map((one) => row(calendar, one)).join('')}`).join('');
}

function shown(calendar: GoogleCalendar, event: GoogleEvent): GoogleEvent[] {
  if (!event.recurrence) return [event];
  if (event.status === 'cancelled') return [];
  const until = Date.now() + 14 * DAY_MS;
  return instancesOf(event, calendar.timeZone)
    .filter(({ id, start }) => !calendar.events.has(id) && msOf(start, calendar.timeZone) < until)
    .map((one) => instanceEvent(event, one));
}

function row(
  { id: calendar, timeZone }: GoogleCalendar,
  { id, summary, start, end, transparency }: GoogleEvent,
): string {
  const clock = (time: GoogleEvent['start']): string =>
    wallTime(msOf(time, timeZone), timeZone).slice(DATE_LENGTH + 1, 'YYYY-MM-DDTHH:mm'.length);
  const times = start.date === undefined ? `${clock(start)}–${clock(end)}` : 'All day';
  const free = transparency === 'transparent' ? ' (free)' : '';
  const hidden = hiddenField('calendar', calendar) + hiddenField('event_id', id);
  const value = wallTime(msOf(start, timeZone), timeZone).slice(0, 'YYYY-MM-DDTHH:mm'.length);
  const mover =
    start.date === undefined
      ? `<input type="datetime-local" name="start" aria-label="New start" value="${value}"><button name="do" value="move">Move</button>`
      : '';
  const title = `${times} ${escapeHtml(summary ?? '(no title)')}${free}`;
  return `<form method="post"><p><strong>${title}</strong></p>${hidden}${mover}<button name="do" value="delete">Delete</button></form>`;
}

function newEvent({ id, accessRole }: GoogleCalendar): string {
  if (accessRole === 'reader') return '';
  return (
    `<details><summary>Add an event of one hour</summary><form method="post">${hiddenField('calendar', id)}` +
    '<label class="field">Title<input name="title" required maxlength="200"></label>' +
    '<label class="field">Start<input type="datetime-local" name="start" required></label>' +
    '<button name="do" value="create">Add</button></form></details>'
  );
}

const hiddenField = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;

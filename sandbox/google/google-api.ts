import { bearerToken, header, isJson, jsonBody, type Exchange, type Reply } from '../http/exchange.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Change, GoogleBook } from './google-book.ts';
import { listEntry } from './google-calendars.ts';
import { flag, GoogleLists, LIST_PARAMETERS } from './google-list.ts';
import type { GoogleOauth } from './google-oauth.ts';
import { GoogleRefusal, invalid, notFound } from './google-refusal.ts';
import { SCOPES_FOR } from './google-tokens.ts';
import type { GoogleWatch } from './google-watch.ts';

const STANDARD = ['alt', 'fields', 'key', 'prettyPrint', 'quotaUser'];
const WRITE = ['sendUpdates', 'sendNotifications', 'conferenceDataVersion', 'maxAttendees', 'supportsAttachments'];
const CALENDARS = ['maxResults', 'pageToken', 'minAccessRole', 'showDeleted', 'showHidden'];
/** The query parameters of each route. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  'GET calendarList': CALENDARS,
  'GET calendarList/:id': [],
  'GET events': LIST_PARAMETERS,
  'POST events': WRITE,
  'GET events/:id': ['alwaysIncludeEmail', 'maxAttendees', 'timeZone'],
  'PUT events/:id': [...WRITE, 'alwaysIncludeEmail'],
  'PATCH events/:id': [...WRITE, 'alwaysIncludeEmail'],
  'DELETE events/:id': ['sendUpdates', 'sendNotifications'],
  'POST events/watch': LIST_PARAMETERS,
  'POST channels/stop': [],
};
const DEFAULT_CALENDARS = 100;
const USER_PATH = '/users/me/';

interface Call {
  exchange: Exchange;
  id: string;
  body: JsonObject;
}

/** Calendar API v3, as far as the product needs it, and strict about the rest. */
export class GoogleApi {
  /** 0, or a smaller size of pages than the caller asks for. */
  pageSize = 0;
  private readonly book: GoogleBook;
  private readonly oauth: GoogleOauth;
  private readonly watch: GoogleWatch;
  private readonly lists = new GoogleLists();

  constructor(book: GoogleBook, oauth: GoogleOauth, watch: GoogleWatch) {
    this.book = book;
    this.oauth = oauth;
    this.watch = watch;
  }

  /** @throws GoogleRefusal */
  answer(exchange: Exchange): Reply {
    const { method, path, query } = exchange;
    // The list of calendars belongs to a user; it has no other address.
    const isOfUser = path.startsWith(USER_PATH);
    const [, kind = '', second, third, fourth] = path
      .slice(isOfUser ? USER_PATH.length - 1 : 0)
      .split('/')
      .map(decodeURIComponent);
    if (isOfUser !== (kind === 'calendarList')) throw notFound();
    const isEvents = kind === 'calendars' && third === 'events';
    const id = isEvents ? fourth : second;
    const name = isEvents ? 'events' : kind;
    const isAction = id === 'watch' || id === 'stop';
    const route = `${method} ${name}${id === undefined ? '' : isAction ? `/${id}` : '/:id'}`;
    const known = PARAMETERS[route];
    if (known === undefined) throw notFound();
    const unknown = [...query.keys()].find((key) => !known.includes(key) && !STANDARD.includes(key));
    const token = bearerToken(exchange);
    const scopes = isEvents
      ? method === 'GET' || isAction
        ? SCOPES_FOR.read
        : SCOPES_FOR.write
      : SCOPES_FOR.calendars;
    const account = this.book.account(
      this.oauth.tokens.accountOf(token, kind === 'channels' ? SCOPES_FOR.read : scopes),
    );
    if (unknown !== undefined)
      throw invalid(`Invalid JSON payload received. Unknown name "${unknown}": Cannot bind query parameter.`, unknown);
    const call = { exchange, id: id ?? '', body: bodyOf(exchange) };
    if (route === 'POST channels/stop') return this.stop(call.body);
    if (!isEvents) return this.calendars(account, route, call);
    return this.events({ account, calendar: this.book.calendar(account, second ?? '') }, route, call);
  }

  private calendars(account: Change['account'], route: string, { exchange: { query }, id }: Call): Reply {
    if (route === 'GET calendarList/:id') return ok(listEntry(this.book.calendar(account, id)));
    const isWritable = ['writer', 'owner'].includes(query.get('minAccessRole') ?? '');
    const all = account.calendars.filter(({ accessRole }) => !isWritable || accessRole !== 'reader');
    const from = Number(query.get('pageToken') ?? 0);
    if (!Number.isInteger(from)) throw invalid('Invalid page token value.', 'pageToken');
    const asked = Number(query.get('maxResults') ?? DEFAULT_CALENDARS);
    const to = from + (this.pageSize > 0 ? Math.min(asked, this.pageSize) : asked);
    const next = to < all.length ? { nextPageToken: String(to) } : { nextSyncToken: 'calendars' };
    return ok({ kind: 'calendar#calendarList', etag: '"1"', ...next, items: all.slice(from, to).map(listEntry) });
  }

  private events(change: Change, route: string, { exchange, id, body }: Call): Reply {
    const { calendar, account } = change;
    const etag = header(exchange, 'if-match');
    if (route.startsWith('GET')) flag(exchange.query, 'singleEvents');
    if (!route.startsWith('GET') && route !== 'POST events/watch') assertWritable(change);
    switch (route) {
      case 'GET events':
        return ok(this.lists.page(calendar, exchange.query, this.pageSize));
      case 'POST events':
        return ok(this.book.insert(change, body));
      case 'POST events/watch':
        return ok(this.watch.start(account.email, calendar, body));
      case 'GET events/:id':
        return ok(this.book.get(calendar, id));
      case 'DELETE events/:id':
        this.book.remove(change, id, { etag });
        return { status: 204, bytes: Buffer.alloc(0) };
      default:
        return ok(this.book.update(change, id, body, { isPatch: route.startsWith('PATCH'), etag }));
    }
  }

  private stop(body: JsonObject): Reply {
    this.watch.stop(body);
    return { status: 204, bytes: Buffer.alloc(0) };
  }
}

function assertWritable({ calendar }: Change): void {
  if (calendar.accessRole !== 'reader') return;
  const message = 'You need to have writer access to this calendar.';
  throw new GoogleRefusal(403, 'requiredAccessLevel', message, { domain: 'calendar' });
}

function bodyOf(exchange: Exchange): JsonObject {
  const { method } = exchange;
  if (method === 'GET' || method === 'DELETE') {
    if (exchange.body.length > 0) throw new GoogleRefusal(400, 'parseError', 'This method takes no body.');
    return {};
  }
  const body = isJson(exchange) ? jsonBody(exchange) : undefined;
  if (!isObject(body)) throw new GoogleRefusal(400, 'parseError', 'Parse Error');
  return body;
}

const ok = (json: unknown): Reply => ({ status: 200, json });

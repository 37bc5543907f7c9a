import { Injectable } from '@nestjs/common';
import { objectOf, objectsOf, textOf } from '../../../../core/json/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type GoogleEvent, readEvent } from './google-event.js';
import { GoogleHttp, type GoogleRequest } from './google-http.js';
import { GoogleTokens } from './google-tokens.service.js';

const PAGE_SIZE = 250;
const WRITERS = ['owner', 'writer'];

export interface GoogleCalendarEntry {
  readonly id: string;
  readonly name: string;
  readonly is_primary: boolean;
  readonly can_write: boolean;
  readonly time_zone: string;
}

/** `syncToken` lists what has changed since; `since` lists everything that ends later. */
export type EventsFrom = { readonly syncToken: string } | { readonly since: Date };

export interface EventPage {
  /** Of the calendar. */
  readonly timeZone: string | undefined;
  readonly events: readonly GoogleEvent[];
  readonly nextPageToken: string | undefined;
  /** Only on the last page. */
  readonly nextSyncToken: string | undefined;
}

/** An event as it is written. */
export interface EventBody {
  readonly id?: string;
  readonly status: 'confirmed';
  readonly summary: string;
  readonly start: { readonly dateTime: string; readonly timeZone: string; readonly date: null };
  readonly end: { readonly dateTime: string; readonly timeZone: string; readonly date: null };
  readonly recurrence: null;
  readonly transparency: 'opaque';
  readonly extendedProperties: { readonly private: Readonly<Record<string, string>> };
}

export interface OpenedChannel {
  readonly resourceId: string;
  readonly expiresAt: Date;
}

/** Google Calendar API v3, with the account of a company. Every method throws GoogleRefusal | GoogleAccessLost | Error. */
@Injectable()
export class GoogleCalendarApi {
  constructor(
    private readonly http: GoogleHttp,
    private readonly tokens: GoogleTokens,
  ) {}

  async calendars(scope: CompanyScope): Promise<GoogleCalendarEntry[]> {
    const found: GoogleCalendarEntry[] = [];
    let pageToken: string | undefined;
    do {
      const query = { maxResults: String(PAGE_SIZE), ...(pageToken !== undefined && { pageToken }) };
      const page = await this.get(scope, '/users/me/calendarList', query);
      found.push(...objectsOf(page['items']).flatMap(readCalendar));
      pageToken = textOf(page['nextPageToken']);
    } while (pageToken !== undefined);
    return found;
  }

  /**
   * Recurring events come as their single occurrences: the booking engine needs times, and Google knows the rules of
   * recurrence, exceptions and zones better than a copy of them would.
   */
  async events(scope: CompanyScope, calendarId: string, from: EventsFrom, pageToken?: string): Promise<EventPage> {
    const page = await this.get(scope, pathOf(calendarId), {
      ...{ maxResults: String(PAGE_SIZE), singleEvents: 'true', showDeleted: 'true' },
      ...('syncToken' in from ? { syncToken: from.syncToken } : { timeMin: from.since.toISOString() }),
      ...(pageToken !== undefined && { pageToken }),
    });
    return {
      timeZone: textOf(page['timeZone']),
      events: objectsOf(page['items']).flatMap((item) => readEvent(item) ?? []),
      nextPageToken: textOf(page['nextPageToken']),
      nextSyncToken: textOf(page['nextSyncToken']),
    };
  }

  async insert(scope: CompanyScope, calendarId: string, body: EventBody): Promise<GoogleEvent | undefined> {
    return readEvent(objectOf(await this.send(scope, 'POST', pathOf(calendarId), body)));
  }

  /** Fields that are not sent keep what people have written in Google. */
  async patch(scope: CompanyScope, calendarId: string, id: string, body: EventBody): Promise<GoogleEvent | undefined> {
    return readEvent(objectOf(await this.send(scope, 'PATCH', pathOf(calendarId, id), body)));
  }

  async remove(scope: CompanyScope, calendarId: string, id: string): Promise<void> {
    await this.send(scope, 'DELETE', pathOf(calendarId, id));
  }

  async watch(
    scope: CompanyScope,
    calendarId: string,
    channel: { id: string; token: string; address: string; lifeSeconds: number },
  ): Promise<OpenedChannel> {
    const { id, token, address, lifeSeconds } = channel;
    const body = { id, token, address, type: 'web_hook', params: { ttl: String(lifeSeconds) } };
    const answer = objectOf(await this.send(scope, 'POST', `${pathOf(calendarId)}/watch`, body));
    return { resourceId: textOf(answer['resourceId']) ?? '', expiresAt: new Date(Number(answer['expiration'])) };
  }

  async stop(scope: CompanyScope, id: string, resourceId: string): Promise<void> {
    await this.send(scope, 'POST', '/channels/stop', { id, resourceId });
  }

  private async get(
    scope: CompanyScope,
    path: string,
    query: Record<string, string>,
  ): Promise<ReturnType<typeof objectOf>> {
    return objectOf(await this.send(scope, 'GET', `${path}?${new URLSearchParams(query).toString()}`));
  }

  private send(scope: CompanyScope, method: GoogleRequest['method'], path: string, json?: object): Promise<unknown> {
    const url = this.http.config.calendarUrl + path;
    return this.tokens.withToken(scope, (token) => this.http.call({ method, url, token, ...(json && { json }) }));
  }
}

function pathOf(calendarId: string, eventId?: string): string {
  const events = `/calendars/${encodeURIComponent(calendarId)}/events`;
  return eventId === undefined ? events : `${events}/${encodeURIComponent(eventId)}`;
}

function readCalendar(item: Readonly<Record<string, unknown>>): GoogleCalendarEntry[] {
  const id = textOf(item['id']);
  if (id === undefined || item['deleted'] === true) return [];
  return [
    {
      id,
      name: textOf(item['summaryOverride']) ?? textOf(item['summary']) ?? id,
      is_primary: item['primary'] === true,
      can_write: WRITERS.includes(textOf(item['accessRole']) ?? ''),
      time_zone: textOf(item['timeZone']) ?? 'UTC',
    },
  ];
}

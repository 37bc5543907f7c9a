import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ExternalBusyTimesService } from '../../../booking/calendar/index.js';
import { type EventsFrom, GoogleCalendarApi } from '../api/google-calendar-api.js';
import type { GoogleEvent } from '../api/google-event.js';
import { isRefusal } from '../api/google-failures.js';
import { type ActiveLink, CalendarLinksRepository } from '../links/calendar-links.repository.js';
import { ownPair } from '../push/event-body.js';
import { type EventPair, pairOfEvent } from '../push/event-id.js';
import { toBusyEvent } from './busy-events.js';
import { OwnEvents } from './own-events.service.js';

const DAY_MS = 86_400_000;
const SINCE_MS = 2 * DAY_MS;
/** Occurrences of endless series come only with a reading of the whole calendar. */
const FULL_EVERY_MS = 7 * DAY_MS;
const GONE = 410;
/** Names readings of changes; a reading of the whole calendar has a name of its own. */
const CHANGES = 'changes';

/** Reads a calendar: busy times, and what people have changed of our events. */
@Injectable()
export class CalendarPuller {
  constructor(
    private readonly api: GoogleCalendarApi,
    private readonly links: CalendarLinksRepository,
    private readonly busyTimes: ExternalBusyTimesService,
    private readonly own: OwnEvents,
  ) {}

  /** Reads the changes, or everything if Google no longer accepts the sync token. The token is stored after the last page. */
  async pull(scope: CompanyScope, link: ActiveLink, signal: AbortSignal): Promise<void> {
    const { sync_token: syncToken, full_sync_at } = link;
    const isFull = syncToken === null || !full_sync_at || full_sync_at.getTime() < Date.now() - FULL_EVERY_MS;
    if (isFull) return this.readAll(scope, link, signal);
    try {
      const next = await this.read(scope, link, { syncToken }, CHANGES, signal);
      if (next !== undefined) await this.links.note(scope, link, { sync_token: next });
    } catch (error) {
      if (!isRefusal(error, GONE)) throw error;
      await this.readAll(scope, link, signal);
    }
  }

  private async readAll(scope: CompanyScope, link: ActiveLink, signal: AbortSignal): Promise<void> {
    const startedAt = new Date();
    const reading = randomUUID();
    const from = { since: new Date(startedAt.getTime() - SINCE_MS) };
    const next = await this.read(scope, link, from, reading, signal);
    if (next === undefined) return;
    await this.busyTimes.endReading(scope, link, reading);
    await this.links.note(scope, link, { sync_token: next, full_sync_at: startedAt });
  }

  /** @returns the token for the next reading; undefined if the run must end */
  private async read(
    scope: CompanyScope,
    link: ActiveLink,
    from: EventsFrom,
    reading: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    for (let pageToken: string | undefined; ;) {
      const page = await this.api.events(scope, link.calendar_id, from, pageToken);
      if (signal.aborted || !(await this.links.isCurrent(scope, link))) return undefined;
      await this.take(scope, link, page.events, { zone: page.timeZone ?? link.time_zone, reading });
      // Another process may read the same calendar by now.
      if (signal.aborted) return undefined;
      pageToken = page.nextPageToken;
      if (pageToken !== undefined) continue;
      if (page.nextSyncToken === undefined) throw new Error('Google ended the list without a token');
      return page.nextSyncToken;
    }
  }

  private async take(
    scope: CompanyScope,
    link: ActiveLink,
    events: readonly GoogleEvent[],
    { zone, reading }: { zone: string; reading: string },
  ): Promise<void> {
    const now = new Date();
    const busy = [];
    const gone = [];
    for (const event of events) {
      const pair = ownPair(event, scope.id);
      if (pair) {
        if (link.direction !== 'pull' && pair.staff_id.equals(link.staff_id))
          await this.own.take(scope, link, event, pair);
        if (event.isCancelled) gone.push(event.id);
        continue;
      }
      const series = pairOfSeries(event);
      if (series && !event.isCancelled && link.direction !== 'pull') await this.own.putBack(scope, series);
      const time = link.direction === 'push' || series ? undefined : toBusyEvent(event, zone, now);
      if (time) busy.push(time);
      else gone.push(event.id);
    }
    await this.busyTimes.apply(scope, link, { busy, gone }, reading);
  }
}

/** Somebody let our event repeat: the pair of that event. */
function pairOfSeries({ recurringId }: GoogleEvent): EventPair | undefined {
  return recurringId === undefined ? undefined : pairOfEvent(recurringId);
}

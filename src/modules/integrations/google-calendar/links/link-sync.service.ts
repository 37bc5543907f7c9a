import { Injectable, Logger } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ExternalBusyTimesService, StaffDirectory } from '../../../booking/calendar/index.js';
import { GoogleAccessLost, GoogleRefusal, isRefusal } from '../api/google-failures.js';
import { CalendarPuller } from '../pull/calendar-puller.service.js';
import { CalendarPusher } from '../push/calendar-pusher.service.js';
import type { CalendarLink } from '../schemas/calendar-link.schema.js';
import { LinkChannels } from '../webhook/link-channels.service.js';
import { type ActiveLink, CalendarLinksRepository } from './calendar-links.repository.js';

const SYNC_INTERVAL_MS = 5 * 60_000;
/** Pauses after failures double from the first to the last value. */
const [FIRST_PAUSE_MS, LAST_PAUSE_MS] = [60_000, 60 * 60_000];
const [FORBIDDEN, NOT_FOUND] = [403, 404];

/** One run of one calendar. The caller holds its lock. */
@Injectable()
export class LinkSync {
  private readonly logger = new Logger(LinkSync.name);

  constructor(
    private readonly links: CalendarLinksRepository,
    private readonly puller: CalendarPuller,
    private readonly pusher: CalendarPusher,
    private readonly channels: LinkChannels,
    private readonly busyTimes: ExternalBusyTimesService,
    private readonly staff: StaffDirectory,
  ) {}

  /** Repeatable at every point. @param signal ends the run early */
  async run(scope: CompanyScope, link: CalendarLink, signal: AbortSignal): Promise<void> {
    const now = new Date();
    try {
      const { calendar_id } = await this.withoutLeaver(scope, link);
      if (calendar_id === null) return await this.remove(scope, link);
      const active: ActiveLink = { ...link, calendar_id };
      await this.pusher.clear(scope, active);
      await this.busyTimes.keepOnly(scope, link.staff_id, calendar_id);
      await this.puller.pull(scope, active, signal);
      const refusal = link.direction === 'pull' ? undefined : await this.pusher.push(scope, active, signal);
      // The calendar stays due, so another run ends what this one has begun.
      if (signal.aborted) return;
      await this.channels.ensure(scope, active, now);
      const error = refusal === undefined ? null : wordsOf(refusal);
      await this.links.note(scope, link, { last_synced_at: now, error, failures: 0 });
      await this.links.schedule(scope, link, new Date(now.getTime() + SYNC_INTERVAL_MS));
    } catch (error) {
      // A disconnect was cut short, or somebody chose a calendar at the same time.
      if (error instanceof GoogleAccessLost && error.isDisconnected) await this.links.release(scope, link.staff_id);
      else await this.noteFailure(scope, link, error);
    }
  }

  private async withoutLeaver(scope: CompanyScope, link: CalendarLink): Promise<Pick<CalendarLink, 'calendar_id'>> {
    if (link.calendar_id === null) return link;
    const people = await this.staff.people(scope);
    if (people.some(({ _id }) => _id.equals(link.staff_id))) return link;
    await this.links.release(scope, link.staff_id);
    return { calendar_id: null };
  }

  /** Ends a link with its busy times, its events and its channel. After a disconnect the events stay in Google. */
  private async remove(scope: CompanyScope, link: CalendarLink): Promise<void> {
    await this.busyTimes.keepOnly(scope, link.staff_id);
    await this.pusher.clear(scope, { ...link, calendar_id: null });
    await this.channels.closeOf(scope, link);
    await this.links.drop(scope, link._id);
  }

  private async noteFailure(scope: CompanyScope, link: CalendarLink, error: unknown): Promise<void> {
    const failures = link.failures + 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LAST_PAUSE_MS);
    this.logger.warn({ message: 'calendar not synchronised', companyId: scope.id, failures, error: String(error) });
    const due_at = new Date(Date.now() + pauseMs);
    await this.links.note(scope, link, { failures, due_at, error: wordsOf(error) });
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof GoogleAccessLost) return 'Connect the Google account again';
  if (isRefusal(error, NOT_FOUND)) return 'Google has no such calendar any more; choose another one';
  if (error instanceof GoogleRefusal && error.isTemporary) return 'Google asks to wait; it is tried again';
  if (isRefusal(error, FORBIDDEN)) return 'The Google account may not do this with the calendar; check its sharing';
  if (error instanceof GoogleRefusal) return `Google refuses this: ${error.reason}`;
  return 'Google does not answer; it is tried again';
}

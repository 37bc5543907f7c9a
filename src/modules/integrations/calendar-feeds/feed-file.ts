import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** How often calendar programs should ask again, in seconds. Most of them ask less often. */
const REFRESH_SEC = 15 * 60;

/** An appointment in a feed. */
export interface FeedEntry {
  /** Hex id of the appointment. */
  readonly id: string;
  /** Grows with each change, so that calendars replace the older entry. */
  readonly version: number;
  readonly changedAt: Date;
  readonly title: string;
  readonly details: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isPending: boolean;
  readonly isCancelled: boolean;
  /** The appointment in the web app. */
  readonly url: string;
}

/** The text of a feed (RFC 5545). The same entries give the same text. Times are in UTC. */
export function feedFile(name: string, timeZone: string, entries: readonly FeedEntry[]): string {
  const calendar = ical({
    prodId: { company: 'PetBuddy', product: 'Calendar feed' },
    method: ICalCalendarMethod.PUBLISH,
    name,
    ttl: REFRESH_SEC,
    x: { 'X-WR-TIMEZONE': timeZone },
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.id}@petbuddy`,
      sequence: entry.version,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      summary: entry.title,
      description: entry.details,
      start: entry.startsAt,
      end: entry.endsAt,
      status: statusOf(entry),
      url: entry.url,
    });
  }
  return calendar.toString();
}

function statusOf({ isCancelled, isPending }: FeedEntry): ICalEventStatus {
  if (isCancelled) return ICalEventStatus.CANCELLED;
  return isPending ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

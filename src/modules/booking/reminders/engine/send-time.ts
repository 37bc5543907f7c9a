import type { QuietHours } from './quiet-hours.js';

const MINUTE_MS = 60_000;
/** How long before quiet hours a reminder of an early visit is sent. */
export const EVENING_LEAD_MS = 30 * MINUTE_MS;

export interface SendTime {
  readonly at: Date;
  /** Sent then or later, it makes no sense any more. */
  readonly until: Date;
}

export interface Due {
  readonly at: Date;
  readonly until: Date;
  /** It may be sent before its time, on the evening before. */
  readonly mayBeEarlier: boolean;
}

/**
 * When to send something that is due: at its time, else at the end of the quiet hours if that is early enough, else
 * shortly before they begin; null if no time is left.
 */
export function sendTimeOf({ at, until, mayBeEarlier }: Due, quiet: QuietHours): SendTime | null {
  const period = quiet.at(at);
  if (!period) return { at, until };
  if (period.end < until) return { at: period.end, until };
  if (!mayBeEarlier) return null;
  return { at: new Date(period.begin.getTime() - EVENING_LEAD_MS), until: period.begin };
}

/** The times `due.at` that can have a time of sending in (after, until]. Both ends may be wider than needed. */
export function dueTimesFor(after: Date, until: Date, quiet: QuietHours): { after: Date; until: Date } {
  const last = quiet.at(new Date(until.getTime() + EVENING_LEAD_MS));
  return { after: quiet.at(after)?.begin ?? after, until: last?.end ?? until };
}

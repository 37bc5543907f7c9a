import { CRASH_POINT_NAMES, type CrashPointName } from '../../src/core/crash-points/crash-point-names.ts';

/** What a run is made of. */
export interface ChaosPlan {
  seed: number;
  /** Different events that customers send, beside those of the background. */
  events: number;
  customers: number;
  /** Replies of staff under the random kills. */
  replies: number;
  /** Random SIGKILLs, spread over the events. */
  kills: number;
  points: readonly CrashPointName[];
  /** Longest time for all points together. */
  pointsTimeoutMs: number;
  /** Database of this run alone; durable as the product makes it. */
  mongodbUri: string;
  /** With a Redis a worker takes part too. */
  redisUrl?: string | undefined;
  /** Folder of the product's data and logs. */
  dataDir: string;
  /** Folder of the build. */
  distDir: string;
  log: (line: string) => void;
}

/** A chaos run has no bookings, scheduled messages or outgoing webhooks. Their crash points have suites of their own, by prefix. */
export const OWN_SUITES: Readonly<Record<string, string>> = {
  'booking.': 'src/modules/booking/reservations/booking-crashes.medium-spec.ts',
  'series.': 'src/modules/booking/appointment-series/series-crashes.e2e-spec.ts',
  'waitlist.': 'src/modules/booking/waitlist/waitlist-crashes.e2e-spec.ts',
  'notices.': 'src/modules/booking/customer-notices/customer-notices.e2e-spec.ts',
  'offers.': 'src/modules/booking/offers/offer-crashes.e2e-spec.ts',
  'reminders.': 'src/modules/booking/reminders/reminder-crashes.e2e-spec.ts',
  'scheduled.': 'src/modules/inbox/scheduled-messages/scheduled-messages.e2e-spec.ts',
  'imports.': 'src/modules/booking/booking-imports/booking-imports.e2e-spec.ts',
  'flow.': 'src/modules/automation/flow-runs/flow-crashes.e2e-spec.ts',
  'assistant.': 'src/modules/automation/assistant/assistant-crashes.e2e-spec.ts',
  'payment.': 'src/modules/billing/payments/payment-crashes.e2e-spec.ts',
  'google_calendar.': 'src/modules/integrations/google-calendar/google-calendar-crashes.e2e-spec.ts',
  'deposit.': 'src/modules/billing/deposits/deposit-crashes.e2e-spec.ts',
  'webhooks.': 'src/modules/integrations/outgoing-webhooks/outgoing-webhooks.e2e-spec.ts',
};

const hasOwnSuite = (name: CrashPointName): boolean =>
  Object.keys(OWN_SUITES).some((prefix) => name.startsWith(prefix));

/**
 * Crash points that a process reaches only after another process has ended at the point on the right. As long as one
 * of them is missing, an API keeps ending at its cause, and every process may reach it, the worker too.
 */
export const CAUSES: Readonly<Partial<Record<CrashPointName, CrashPointName>>> = {
  'outbox.reconciled': 'outbox.calling',
};

/** Every crash point that messages reach. */
export const ALL_POINTS = CRASH_POINT_NAMES.filter((name) => !hasOwnSuite(name));

import type { AppointmentFacts } from '../../booking/reservations/index.js';
import type { MessageTraffic } from '../../inbox/message-log/index.js';

/** Milliseconds; null without a reply. */
export interface Percentiles {
  p50: number | null;
  p90: number | null;
}

export interface Figures {
  messages_in: number;
  messages_out: number;
  first_reply_ms: Percentiles;
  bookings: number;
  no_shows: number;
  /** In the minor unit of the currency. */
  revenue: number;
}

/** Counts what happened on a day, in a channel, with a service or by a person. */
export class Tally {
  private readonly replies: number[] = [];
  private messagesIn = 0;
  private messagesOut = 0;
  private bookings = 0;
  private noShows = 0;
  private revenue = 0;

  addMessage({ direction, status }: MessageTraffic): void {
    if (direction === 'inbound') this.messagesIn += 1;
    else if (status !== 'failed') this.messagesOut += 1;
  }

  addFirstReply(ms: number): void {
    this.replies.push(ms);
  }

  addAppointment({ state }: AppointmentFacts): void {
    this.bookings += 1;
    if (state === 'NO_SHOW') this.noShows += 1;
  }

  /** @param amount money that came in, or, below 0, that went back */
  addMoney(amount: number): void {
    this.revenue += amount;
  }

  figures(): Figures {
    const sorted = this.replies.toSorted((a, b) => a - b);
    return {
      messages_in: this.messagesIn,
      messages_out: this.messagesOut,
      first_reply_ms: { p50: nearestRank(sorted, 0.5), p90: nearestRank(sorted, 0.9) },
      bookings: this.bookings,
      no_shows: this.noShows,
      revenue: this.revenue,
    };
  }
}

/** The smallest value that is not below this share of the values. */
function nearestRank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

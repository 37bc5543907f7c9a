import type { DatedMovement } from '../../billing/payments/index.js';
import type { AppointmentFacts } from '../../booking/reservations/index.js';
import type { MessageTraffic } from '../../inbox/message-log/index.js';
import type { CompanyDays } from '../../booking/engine/index.js';
import { FirstReplies } from './first-replies.js';
import { type Figures, Tally } from './tally.js';

/** Counts messages and appointments of a period by day, channel, service and person. */
export class Report {
  private readonly firstReplies = new FirstReplies();
  private readonly total = new Tally();
  private readonly days: ReadonlyMap<string, Tally>;
  private readonly channels = new Map<string, Tally>();
  private readonly services = new Map<string, Tally>();
  private readonly people = new Map<string, Tally>();

  constructor(private readonly period: CompanyDays) {
    this.days = new Map(period.dates().map((date) => [date, new Tally()]));
  }

  /** In the order of `sent_at`; messages outside of the period only help to find first replies. */
  addMessage(message: MessageTraffic): void {
    if (this.period.includes(message.sent_at)) {
      for (const tally of this.talliesOf(message)) tally.addMessage(message);
    }
    const first = this.firstReplies.add(message);
    if (!first || !this.period.includes(first.asked.sent_at)) return;
    for (const tally of this.talliesOf(first.asked)) tally.addFirstReply(first.ms);
    const { kind, id } = first.reply.author;
    if (kind === 'user' && id) tallyOf(this.people, id).addFirstReply(first.ms);
  }

  addAppointment(appointment: AppointmentFacts): void {
    const { service_id, staff_id, starts_at } = appointment;
    this.total.addAppointment(appointment);
    this.days.get(this.period.dateAt(starts_at))?.addAppointment(appointment);
    tallyOf(this.services, service_id.toHexString()).addAppointment(appointment);
    if (staff_id) tallyOf(this.people, staff_id.toHexString()).addAppointment(appointment);
  }

  /** Money that moved in the period; it counts for the service and the person of the appointment that it paid. */
  addMovement({ payment: { service_id, staff_id }, movement: { amount }, date }: DatedMovement): void {
    this.total.addMoney(amount);
    this.days.get(date)?.addMoney(amount);
    if (service_id) tallyOf(this.services, service_id.toHexString()).addMoney(amount);
    if (staff_id) tallyOf(this.people, staff_id.toHexString()).addMoney(amount);
  }

  totals(): Figures {
    return this.total.figures();
  }

  byDay(): (Figures & { date: string })[] {
    return [...this.days].map(([date, tally]) => ({ date, ...tally.figures() }));
  }

  byChannel(): (Pick<Figures, 'messages_in' | 'messages_out' | 'first_reply_ms'> & { _id: string })[] {
    return rowsOf(this.channels).map(({ _id, messages_in, messages_out, first_reply_ms }) => ({
      _id,
      messages_in,
      messages_out,
      first_reply_ms,
    }));
  }

  byService(): (Pick<Figures, 'bookings' | 'no_shows' | 'revenue'> & { _id: string })[] {
    return rowsOf(this.services).map(({ _id, bookings, no_shows, revenue }) => ({ _id, bookings, no_shows, revenue }));
  }

  byPerson(): (Omit<Figures, 'messages_in'> & { _id: string })[] {
    return rowsOf(this.people).map(({ messages_in: _, ...row }) => row);
  }

  private talliesOf({ sent_at, channel_id, author, direction }: MessageTraffic): Tally[] {
    const day = this.days.get(this.period.dateAt(sent_at));
    const channel = channel_id ? [tallyOf(this.channels, channel_id.toHexString())] : [];
    const isByUser = direction === 'outbound' && author.kind === 'user' && author.id;
    const person = isByUser ? [tallyOf(this.people, author.id!)] : [];
    return [this.total, ...(day ? [day] : []), ...channel, ...person];
  }
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  let tally = tallies.get(key);
  if (!tally) tallies.set(key, (tally = new Tally()));
  return tally;
}

function rowsOf(tallies: ReadonlyMap<string, Tally>): (Figures & { _id: string })[] {
  return [...tallies].map(([_id, tally]) => ({ _id, ...tally.figures() }));
}

import { Types } from 'mongoose';
import type { DatedMovement } from '../../billing/payments/index.js';
import type { AppointmentFacts } from '../../booking/reservations/index.js';
import type { MessageTraffic } from '../../inbox/message-log/index.js';
import { CompanyDays } from '../../booking/engine/index.js';
import { Report } from './report.js';

const ana = new Types.ObjectId();
const page = new Types.ObjectId();
const [luna, rex] = [new Types.ObjectId(), new Types.ObjectId()];
const bath = new Types.ObjectId();

const message = (
  conversation_id: Types.ObjectId,
  direction: 'inbound' | 'outbound',
  sent_at: string,
  more: Partial<MessageTraffic> = {},
): MessageTraffic => ({
  _id: new Types.ObjectId(),
  conversation_id,
  channel_id: page,
  platform: 'facebook',
  direction,
  author: direction === 'inbound' ? { kind: 'contact', id: null } : { kind: 'user', id: ana.toHexString() },
  status: 'delivered',
  sent_at: new Date(sent_at),
  ...more,
});

const visit = (starts_at: string, state: AppointmentFacts['state']): AppointmentFacts => ({
  _id: new Types.ObjectId(),
  state,
  contact_id: null,
  service_id: bath,
  staff_id: ana,
  starts_at: new Date(starts_at),
  price: 9_000,
  currency: 'BRL',
});

const moved = (date: string, amount: number): DatedMovement => ({
  payment: { service_id: bath, staff_id: ana },
  movement: { kind: amount > 0 ? 'payment' : 'refund', amount, at: new Date(date), by: null },
  date,
});

describe('the report of a period', () => {
  const days = new CompanyDays('America/Sao_Paulo', '2030-01-07', '2030-01-08');
  let report: Report;
  beforeEach(() => {
    report = new Report(days);
  });
  const add = (...messages: MessageTraffic[]): void => messages.forEach((one) => report.addMessage(one));

  it('counts a message on its local day', () => {
    add(message(luna, 'inbound', '2030-01-08T02:59:59Z'), message(luna, 'inbound', '2030-01-08T03:00:00Z'));
    expect(report.byDay().map(({ date, messages_in }) => [date, messages_in])).toEqual([
      ['2030-01-07', 1],
      ['2030-01-08', 1],
    ]);
  });

  it('measures a reply from the first of several messages of a customer', () => {
    add(
      message(luna, 'inbound', '2030-01-07T12:00:00Z'),
      message(rex, 'inbound', '2030-01-07T12:01:00Z'),
      message(luna, 'inbound', '2030-01-07T12:02:00Z'),
      message(luna, 'outbound', '2030-01-07T12:05:00Z'),
      message(luna, 'outbound', '2030-01-07T12:06:00Z'),
    );
    expect(report.totals().first_reply_ms).toEqual({ p50: 300_000, p90: 300_000 });
    expect(report.byPerson()).toMatchObject([{ _id: ana.toHexString(), messages_out: 2 }]);
  });

  it('counts the wait that began in the period, also if the reply came after it', () => {
    add(
      message(rex, 'inbound', '2030-01-06T12:00:00Z'),
      message(rex, 'inbound', '2030-01-07T12:00:00Z'),
      message(rex, 'outbound', '2030-01-07T12:01:00Z'),
      message(luna, 'inbound', '2030-01-09T02:00:00Z'),
      message(luna, 'outbound', '2030-01-09T04:00:00Z'),
    );
    expect(report.totals()).toMatchObject({ messages_in: 2, messages_out: 1, first_reply_ms: { p50: 7_200_000 } });
  });

  it('takes a failed message for no reply', () => {
    add(
      message(luna, 'inbound', '2030-01-07T12:00:00Z'),
      message(luna, 'outbound', '2030-01-07T12:01:00Z', { status: 'failed' }),
      message(luna, 'outbound', '2030-01-07T12:10:00Z'),
    );
    expect(report.totals()).toMatchObject({ messages_out: 1, first_reply_ms: { p50: 600_000 } });
  });

  it('gives the median and the ninetieth percentile of the replies', () => {
    for (let minute = 1; minute <= 10; minute++) {
      const conversation = new Types.ObjectId();
      add(
        message(conversation, 'inbound', '2030-01-07T12:00:00Z'),
        message(conversation, 'outbound', new Date(Date.UTC(2030, 0, 7, 12, minute)).toISOString()),
      );
    }
    expect(report.totals().first_reply_ms).toEqual({ p50: 300_000, p90: 540_000 });
  });

  it('counts visits and the ones to which nobody came', () => {
    report.addAppointment(visit('2030-01-07T13:00:00Z', 'DONE'));
    report.addAppointment(visit('2030-01-07T14:00:00Z', 'NO_SHOW'));
    report.addAppointment(visit('2030-01-08T13:00:00Z', 'CONFIRMED'));
    expect(report.totals()).toMatchObject({ bookings: 3, no_shows: 1, revenue: 0 });
    expect(report.byDay().map(({ bookings }) => bookings)).toEqual([2, 1]);
  });

  it('earns the money that came in less the money that went back, on the day of the movement', () => {
    report.addMovement(moved('2030-01-07', 9_000));
    report.addMovement(moved('2030-01-08', -2_000));
    expect(report.totals()).toMatchObject({ bookings: 0, revenue: 7_000 });
    expect(report.byService()).toEqual([{ _id: bath.toHexString(), bookings: 0, no_shows: 0, revenue: 7_000 }]);
    expect(report.byPerson()).toMatchObject([{ _id: ana.toHexString(), revenue: 7_000 }]);
    expect(report.byDay().map(({ revenue }) => revenue)).toEqual([9_000, -2_000]);
  });
});

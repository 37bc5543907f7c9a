import { Types } from 'mongoose';
import type { NoticeKind } from './customer-notice.schema.js';
import { decideNotice, isStillTrue, type NoticedAppointment, type ToldNotice, visitOf } from './notice-decision.js';

const HOUR_MS = 3_600_000;
const now = new Date('2030-01-01T12:00:00Z');
const later = (hours: number): Date => new Date(now.getTime() + hours * HOUR_MS);
const [contact, bath, cut, rex] = Array.from({ length: 4 }, () => new Types.ObjectId()) as [
  Types.ObjectId,
  Types.ObjectId,
  Types.ObjectId,
  Types.ObjectId,
];

function line(service_id: Types.ObjectId): NoticedAppointment['lines'][number] {
  const times = { starts_at: later(48), ends_at: later(49) };
  return { service_id, pet_id: rex, staff_id: null, price: null, add_ons: [], resource_ids: [], ...times };
}

const booked: NoticedAppointment = {
  state: 'CONFIRMED',
  pending_on: [],
  contact_id: contact,
  confirmed_at: now,
  source: 'staff',
  starts_at: later(48),
  ends_at: later(49),
  nights: null,
  lines: [line(bath)],
};
const pending: NoticedAppointment = {
  ...booked,
  pending_on: [{ kind: 'approval', name: 'approval', pet_id: null }],
};
const moved = { ...booked, starts_at: later(72), ends_at: later(73) };
const cancelled: NoticedAppointment = { ...booked, state: 'CANCELLED' };

const told = (kind: NoticeKind, of = booked, was_booked = kind !== 'received'): ToldNotice => ({
  kind,
  visit: visitOf(of),
  was_booked,
});
const decide = (
  appointment: NoticedAppointment,
  last: ToldNotice | null,
  more: Partial<Parameters<typeof decideNotice>[0]> = {},
): NoticeKind | null =>
  decideNotice({ event: 'confirmed', appointment, told: last, isHandedOver: false, now, ...more });

describe('decideNotice', () => {
  it.each<[string, NoticedAppointment, ToldNotice | null, NoticeKind | null]>([
    ['a booking', booked, null, 'confirmed'],
    ['a request', pending, null, 'received'],
    ['an approved request', booked, told('received'), 'confirmed'],
    ['a request with another time', { ...pending, starts_at: later(72) }, told('received'), 'received'],
    ['a move', moved, told('confirmed'), 'changed'],
    ['a second move', moved, told('changed'), 'changed'],
    ['another service', { ...booked, lines: [line(cut)] }, told('confirmed'), 'changed'],
    ['a longer stay', { ...booked, nights: 2, ends_at: later(97) }, told('confirmed'), 'changed'],
    [
      'a move by the customer that must be approved',
      { ...pending, starts_at: later(72) },
      told('confirmed'),
      'received',
    ],
    ['a cancellation', cancelled, told('changed'), 'cancelled'],
    ['the end of a booking that the customer made in a flow', { ...cancelled, source: 'flow' }, null, 'cancelled'],
    ['the end of a request', cancelled, told('received'), 'request_cancelled'],
    ['the end of a booking whose move was requested', cancelled, told('received', moved, true), 'cancelled'],
  ])('tells of %s', (_, appointment, last, kind) => {
    expect(decide(appointment, last)).toBe(kind);
  });

  it.each<[string, NoticedAppointment, ToldNotice | null]>([
    ['a booking twice', booked, told('confirmed')],
    ['a request twice', pending, told('received')],
    ['a move that was taken back', booked, told('changed')],
    ['another end of the same visit', { ...booked, ends_at: later(50) }, told('confirmed')],
    ['a cancellation twice', cancelled, told('cancelled')],
    ['the end of an appointment that staff made and nobody was told of', cancelled, null],
    ['a hold', { ...booked, state: 'HELD', confirmed_at: null }, null],
    ['an expired hold', { ...booked, state: 'EXPIRED', confirmed_at: null }, null],
    ['an appointment without a contact', { ...booked, contact_id: null }, null],
    ['an appointment of the past', { ...booked, starts_at: now }, null],
    ['the end of an appointment of the past', { ...cancelled, starts_at: later(-1) }, told('confirmed')],
    ['a visit that has begun', { ...moved, state: 'CHECKED_IN' }, told('confirmed')],
    ['a no-show', { ...moved, state: 'NO_SHOW' }, told('confirmed')],
  ])('does not tell of %s', (_, appointment, last) => {
    expect(decide(appointment, last)).toBeNull();
  });

  it('tells visitors of the end of what they booked themselves, even if nothing was told before', () => {
    expect(decide({ ...cancelled, source: 'public' }, null)).toBe('cancelled');
    expect(decide({ ...pending, state: 'CANCELLED', source: 'public' }, null)).toBe('request_cancelled');
  });

  it('does not take a changed note of an older appointment for a booking', () => {
    expect(decide(booked, null, { event: 'edited' })).toBeNull();
    expect(decide(booked, null, { event: 'moved' })).toBe('confirmed');
  });

  it('tells the new customer of an appointment that was handed over', () => {
    expect(decide(booked, null, { event: 'edited', isHandedOver: true })).toBe('confirmed');
  });
});

describe('isStillTrue', () => {
  it.each<[NoticeKind, NoticedAppointment, boolean]>([
    ['confirmed', booked, true],
    ['changed', booked, true],
    ['confirmed', moved, false],
    ['confirmed', pending, false],
    ['received', pending, true],
    ['received', booked, false],
    ['confirmed', cancelled, false],
    ['cancelled', cancelled, true],
    ['cancelled', { ...cancelled, starts_at: now }, false],
  ])('judges %s by the appointment as it is now (case %#)', (kind, appointment, expected) => {
    expect(isStillTrue(told(kind), appointment, now)).toBe(expected);
  });
});

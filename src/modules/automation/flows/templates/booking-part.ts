import { handOff, message, type Parts } from './flow-template.js';
import type { TemplateWords } from './template-words.js';

/** Finds times, lets the customer choose, holds the time, asks for a confirmation and books. It begins at `find`. */
export function bookingParts({ booking }: TemplateWords): Parts {
  return {
    find: { type: 'action', data: { action: 'find_slots', service_id: '', save_as: 'slots', limit: 3 } },
    choose: {
      type: 'ask',
      data: { text: booking.choose, variable: 'slot', answer: 'choice', choices_from: 'slots', retries: 2 },
    },
    hold: { type: 'action', data: { action: 'hold_slot', service_id: '', slot: 'slot', save_as: 'hold' } },
    taken: message(booking.taken, booking.show_others, booking.person),
    sure: message(booking.sure, booking.yes, booking.show_others),
    book: { type: 'action', data: { action: 'confirm_booking', hold: 'hold', save_as: 'booking' } },
    pending: {
      type: 'condition',
      data: { kind: 'variable', variable: 'vars.booking.status', operator: 'equals', value: 'pending' },
    },
    requested: message(booking.requested),
    booked: message(booking.booked),
    no_times: message(booking.no_times),
    booking_help: handOff(booking.reason),
  };
}

/** The edges of {@link bookingParts}. */
export const BOOKING_EDGES: readonly string[] = [
  'find.ok > choose',
  'find.error > no_times',
  'no_times.next > booking_help',
  'choose.next > hold',
  'hold.ok > sure',
  'hold.error > taken',
  'taken.choice-1 > find',
  'taken.choice-2 > booking_help',
  'taken.next > booking_help',
  'sure.choice-1 > book',
  'sure.choice-2 > find',
  'sure.next > booking_help',
  'book.ok > pending',
  'book.error > booking_help',
  'pending.true > requested',
  'pending.false > booked',
];

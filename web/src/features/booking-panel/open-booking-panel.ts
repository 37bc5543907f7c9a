import { createStore } from '#web/lib/store.ts';

/** What the booking panel begins with; everything else is chosen in it. */
export interface BookingStart {
  contactId?: string | undefined;
  startsAt?: string | undefined;
  staffId?: string | undefined;
}

/** The start of the open booking panel; null while it is closed. */
export const bookingPanel = createStore<BookingStart | null>(null);

/** Opens the panel in which staff book an appointment. */
export const openBookingPanel = (start: BookingStart = {}): void => bookingPanel.set(start);

export const closeBookingPanel = (): void => bookingPanel.set(null);

import { createStore } from '#web/lib/store.ts';

/** What the booking panel begins with; everything else is chosen in it. */
export interface BookingStart {
  contactId?: string | undefined;
  startsAt?: string | undefined;
  staffId?: string | undefined;
  /** The first day whose free times are shown, `YYYY-MM-DD`; today if absent. */
  day?: string | undefined;
  serviceId?: string | undefined;
  petIds?: readonly string[] | undefined;
  /** Of a stay. */
  nights?: number | undefined;
  notes?: string | undefined;
  /** Called once the appointment is booked. The user may have chosen another customer. */
  onBooked?: (contactId: string) => void;
}

/** The start of the open booking panel; null while it is closed. */
export const bookingPanel = createStore<BookingStart | null>(null);

/** Opens the panel in which staff book an appointment. */
export const openBookingPanel = (start: BookingStart = {}): void => bookingPanel.set(start);

export const closeBookingPanel = (): void => bookingPanel.set(null);

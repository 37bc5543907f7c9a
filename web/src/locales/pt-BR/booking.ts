import booking from './booking.json';
import bookingPanel from './booking-panel.json';
import googleCalendar from './google-calendar.json';
import guide from './guide.json';
import resources from './resources.json';
import schedules from './schedules.json';
import services from './services.json';
import timeOff from './time-off.json';

/** The words of booking and its settings (see `withBookingWords`), by feature. */
export const bookingWords = { booking, bookingPanel, googleCalendar, guide, resources, schedules, services, timeOff };

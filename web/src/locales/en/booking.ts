import booking from './booking.json';
import guide from './guide.json';
import resources from './resources.json';
import schedules from './schedules.json';
import services from './services.json';
import timeOff from './time-off.json';

/** The words of the booking settings (see `withBookingWords`), by feature. */
export const bookingWords = { booking, guide, resources, schedules, services, timeOff };

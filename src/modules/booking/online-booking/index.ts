export { PublicBookingModule } from './public-booking.module.js';

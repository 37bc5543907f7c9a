export { BookingImportsModule } from './booking-imports.module.js';

export { type IssuedLink, ManageLinksService } from './manage-links.service.js';
export { PublicBookingModule } from './public-booking.module.js';

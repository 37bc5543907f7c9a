export { type IssuedLink, ManageLinksService } from './manage-links.service.js';
export { approvalFor } from './public-confirmation.service.js';
export { PublicBookingModule } from './public-booking.module.js';

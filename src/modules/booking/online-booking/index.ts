export { CustomerMoves } from './customer-moves.service.js';
export { type IssuedLink, ManageLinksService } from './manage-links.service.js';
export { approvalFor } from './public-confirmation.service.js';
export { PublicBookingModule } from './public-booking.module.js';
export { publicServices } from './public-page-loader.js';

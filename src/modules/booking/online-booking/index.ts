export { type CodeAddress, codeAddressOf } from './code-address.js';
export { ContactChecksService, type SentCode } from './contact-checks.service.js';
export { CustomerMoves } from './customer-moves.service.js';
export { type DepositTaker, Deposits, type HoldDeposit } from './deposits.js';
export { type IssuedLink, ManageLinksService } from './manage-links.service.js';
export {
  IntroductionDto,
  PetIntroductionDto,
  toVerificationStartedDto,
  VerificationStartedDto,
} from './dto/public-confirmation.dto.js';
export { PublicThemeDto, themeOf } from './dto/public-theme.dto.js';
export { approvalFor } from './public-confirmation.service.js';
export { PublicBookingModule } from './public-booking.module.js';
export { PublicCustomersService } from './public-customers.service.js';
export { VISITOR_ACTOR } from './public-holds.service.js';
export { PublicLimiter } from './public-limiter.js';
export { quotePublicVisit } from './public-offers.js';
export { type PublicPage, PublicPageLoader, publicServices, shownStaffNames } from './public-page-loader.js';
export { PublicTokenService } from './public-token.service.js';
export { VisitorRoute } from './visitor-route.decorator.js';
export { CurrentVisitor, type Visitor, VISITOR_HEADER, VisitorInterceptor } from './visitors.js';

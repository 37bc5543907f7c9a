export { AccountMailer } from './account-mailer.js';
export { AccountsRepository, type Registration } from './accounts.repository.js';
export { pushOfNotifications } from './migrations/push-of-notifications.js';
export { soundOfNotifications } from './migrations/sound-of-notifications.js';
export {
  DEFAULT_NOTIFICATION_WAYS,
  MAILED_KINDS,
  NOTIFICATION_WAYS,
  type NotificationKind,
  type NotificationWay,
  type NotificationWays,
  notificationWaysOf,
} from './notification-ways.js';
export { MAX_NAME_LENGTH } from './dto/manage-users.dto.js';
export { NewPassword } from './dto/new-password.decorator.js';
export { ProfileDto } from './dto/profile.dto.js';
export { UserDto } from './dto/user.dto.js';
export { PasswordHasher } from './passwords/password-hasher.js';
export { AccountLinkService } from './links/account-link.service.js';
export { acceptsSession, type User, type UserState } from './schemas/user.schema.js';
export { provenAddresses } from './migrations/proven-addresses.js';
export { UserPresenter } from './user-presenter.js';
export { emailTaken } from './users.errors.js';
export type {} from './users.events.js';
export { RemoveDeletedUser } from './users.jobs.js';
export { UsersModule } from './users.module.js';

export { Accounts, type Registration } from './accounts.js';
export { UserDto } from './dto/user.dto.js';
export { MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH, PasswordHasher } from './passwords/password-hasher.js';
export { acceptsSession, type User, type UserState } from './schemas/user.schema.js';
export { UserPresenter } from './user-presenter.js';
export { emailTaken } from './users.errors.js';
export type {} from './users.events.js';
export { UsersModule } from './users.module.js';

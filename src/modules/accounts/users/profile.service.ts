import { Injectable } from '@nestjs/common';
import { Types, type UpdateQuery } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { EventBus } from '../../../core/events/index.js';
import { AppError } from '../../../core/errors/index.js';
import { rateLimited } from '../../../core/http/index.js';
import { DurableLimiter } from '../../../core/limits/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AccountMailer } from './account-mailer.js';
import { type UpdatePreferencesDto, UpdateProfileDto } from './dto/update-profile.dto.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import type { User } from './schemas/user.schema.js';
import { changedMeanwhile, wrongPassword } from './users.errors.js';
import { UsersRepository } from './users.repository.js';

/** As on the log-in routes. */
const PASSWORD_TRIES_WINDOW_MS = 15 * 60_000;

@Injectable()
export class ProfileService {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: PasswordHasher,
    private readonly mails: AccountMailer,
    private readonly events: EventBus,
    private readonly limits: DurableLimiter,
    private readonly config: AppConfig,
  ) {}

  get(scope: CompanyScope, caller: Principal): Promise<User> {
    return this.users.getExisting(scope, caller.userId);
  }

  /**
   * A new password needs the current one. It ends the other sessions and is confirmed by mail.
   * @throws AppError INVALID_CREDENTIALS | VALIDATION_ERROR | CONFLICT | RATE_LIMITED
   */
  async update(scope: CompanyScope, caller: Principal, changes: UpdateProfileDto): Promise<User> {
    const { password, current_password, preferences = {}, ...fields } = changes;
    const profile = { ...fields, ...pathsOf(preferences) };
    if (password === undefined) {
      const changed = await this.users.updateById(scope, caller.userId, { $set: profile, $inc: { revision: 1 } });
      this.announce(scope, caller);
      return changed;
    }
    if (current_password === undefined) {
      throw AppError.validation([
        { field: 'current_password', message: 'current_password is missing: send it to change the password' },
      ]);
    }
    await this.takePasswordTry(caller);
    const user = await this.users.getExisting(scope, caller.userId);
    if (!(await this.passwords.verify(current_password, user.password_hash))) throw wrongPassword();
    const update: UpdateQuery<User> = {
      $set: {
        ...profile,
        password_hash: await this.passwords.hash(password),
        password_link: null,
        kept_session_id: new Types.ObjectId(caller.sessionId),
      },
      $inc: { session_epoch: 1 },
    };
    const changed = await this.users.updateUnchanged(scope, user, update);
    if (!changed) throw changedMeanwhile();
    this.events.emit('users.access_revoked', { userId: user._id, exceptSessionId: caller.sessionId });
    this.announce(scope, caller);
    await this.mails.requestPasswordChanged(changed);
    return changed;
  }

  /** Each try at the current password costs a hash that others wait for. */
  private async takePasswordTry({ userId }: Principal): Promise<void> {
    const rule = { max: this.config.rateLimitAuthPer15Minutes, windowMs: PASSWORD_TRIES_WINDOW_MS };
    const until = await this.limits.take(`password tries:${userId}`, rule);
    if (until) throw rateLimited((until.getTime() - Date.now()) / 1_000);
  }

  private announce(scope: CompanyScope, { userId }: Principal): void {
    this.events.emit('users.changed', { companyId: scope.id, userId, deleted: false });
  }
}

/** Names each preference by its path, so that the others stay. */
function pathsOf(preferences: UpdatePreferencesDto): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(preferences).map(([name, value]) => [`preferences.${name}`, value as unknown]),
  );
}

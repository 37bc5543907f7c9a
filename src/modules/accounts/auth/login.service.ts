import { Injectable } from '@nestjs/common';
import { AccountsRepository, PasswordHasher, type User } from '../users/index.js';
import { accountLocked, invalidCredentials } from './auth.errors.js';
import type { ClientInfo } from './client-info.js';
import { DeviceTokenService } from './device-token.service.js';
import { LockoutService } from './lockout.service.js';
import { RegistrationService } from './registration.service.js';
import { SessionsService, type SessionTokens } from './sessions.service.js';

export interface LoginResult {
  user: User;
  tokens: SessionTokens;
  deviceToken: string;
}

@Injectable()
export class LoginService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordHasher,
    private readonly lockout: LockoutService,
    private readonly devices: DeviceTokenService,
    private readonly registrations: RegistrationService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Unknown addresses, wrong passwords and disabled accounts get the same answer after the same work.
   * @throws AppError INVALID_CREDENTIALS | ACCOUNT_LOCKED | UNAVAILABLE
   */
  async logIn(email: string, password: string, client: ClientInfo): Promise<LoginResult> {
    const deviceId = this.devices.recognise(email, client.deviceToken);
    const account = await this.checkPassword(email, password, this.lockout.keyOf(email, deviceId));
    const user = await this.registrations.finish(account);
    const tokens = await this.sessions.open(user, client);
    await this.accounts.recordLogin(user, new Date());
    const deviceToken = deviceId && client.deviceToken ? client.deviceToken : this.devices.issue(email);
    return { user, tokens, deviceToken };
  }

  /** For a user who has just used a mailed link. */
  async unlock(email: string, client: ClientInfo): Promise<void> {
    const deviceId = this.devices.recognise(email, client.deviceToken);
    await this.lockout.forget([this.lockout.keyOf(email), this.lockout.keyOf(email, deviceId)]);
  }

  /**
   * Holds a hashing slot while it reads the lock and writes the outcome. So parallel guesses cannot pass the
   * count, and a crowd of right log-ins does not look like guessing.
   */
  private checkPassword(email: string, password: string, attemptsKey: string): Promise<User> {
    return this.passwords.inTurn(async (compare) => {
      throwIfLocked(await this.lockout.lockedUntil(attemptsKey));
      const user = await this.accounts.findByEmail(email);
      const mayLogIn = user?.state === 'active' || user?.state === 'registering';
      const isRight = await compare(password, mayLogIn ? user.password_hash : null);
      if (!user || !isRight) {
        throwIfLocked(await this.lockout.recordFailure(attemptsKey));
        throw invalidCredentials();
      }
      throwIfLocked(await this.lockout.clearUnlessLocked(attemptsKey));
      return user;
    });
  }
}

function throwIfLocked(until: Date | undefined): void {
  if (until) throw accountLocked(until);
}

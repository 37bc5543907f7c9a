import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { Accounts } from '../accounts.js';
import type { User } from '../schemas/user.schema.js';
import { invalidLink } from '../users.errors.js';
import { PasswordHasher } from './password-hasher.js';

const TOKEN_BYTES = 32;
export const RESET_LINK_LIFE_MS = 3_600_000;
export const INVITATION_LIFE_MS = 7 * 24 * 3_600_000;

/** The mailed single-use links with which a person sets a password. */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: PasswordHasher,
    private readonly events: EventBus,
  ) {}

  /** Makes a link's token, which replaces the user's previous one; only its hash is stored. */
  async issue(user: User, lifeMs: number): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.accounts.storePasswordLink(user, hashOf(token), new Date(Date.now() + lifeMs));
    return token;
  }

  /**
   * Sets the password, activates an invited user and ends all sessions.
   * @throws AppError INVALID_LINK | UNAVAILABLE
   */
  async redeem(token: string, password: string): Promise<User> {
    const hash = hashOf(token);
    // Looked up first, so that guesses don't cost a bcrypt each.
    if (!(await this.accounts.hasPasswordLink(hash, new Date()))) throw invalidLink();
    const passwordHash = await this.passwords.hash(password);
    const user = await this.accounts.redeemPasswordLink(hash, passwordHash, new Date());
    if (!user) throw invalidLink();
    this.events.emit('users.access_revoked', { userId: user._id });
    return user;
  }
}

/** Plain SHA-256 is enough for 256 random bits. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

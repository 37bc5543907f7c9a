import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../../core/events/index.js';
import { AccountsRepository } from '../accounts.repository.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import type { LinkKind, User } from '../schemas/user.schema.js';
import { invalidLink } from '../users.errors.js';

const TOKEN_BYTES = 32;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LINK_LIFE_MS: Readonly<Record<LinkKind, number>> = {
  password_link: HOUR_MS,
  invitation_link: 7 * DAY_MS,
  verification_link: 3 * DAY_MS,
};

/** Single-use links. A used link proves that the user reads the mailbox. */
@Injectable()
export class AccountLinkService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordHasher,
    private readonly events: EventBus,
  ) {}

  /** Replaces the previous token of this kind; only its hash is stored. */
  async issue(user: User, kind: LinkKind): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.accounts.storeLink(user, kind, {
      hash: hashOf(token),
      expires_at: new Date(Date.now() + LINK_LIFE_MS[kind]),
    });
    return token;
  }

  /**
   * Sets the password by a reset link or an invitation, activates an invited user and ends all sessions.
   * @throws AppError INVALID_LINK | UNAVAILABLE
   */
  async setPassword(token: string, password: string): Promise<User> {
    const hash = hashOf(token);
    // Checked first, so that a guess does not cost a bcrypt hash.
    if (!(await this.accounts.findByPasswordLink(hash))) throw invalidLink();
    const passwordHash = await this.passwords.hash(password);
    const user = await this.accounts.redeemPasswordLink(hash, passwordHash);
    if (!user) throw invalidLink();
    this.events.emit('users.access_revoked', { userId: user._id });
    const ids = { companyId: user.company_id.toHexString(), userId: user._id.toHexString() };
    this.events.emit('users.changed', { ...ids, deleted: false });
    return user;
  }

  async verifyEmail(token: string): Promise<void> {
    if (!(await this.accounts.redeemVerificationLink(hashOf(token)))) throw invalidLink();
  }
}

/** Plain SHA-256 is enough for 256 random bits. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

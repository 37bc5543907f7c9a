import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, type QueryFilter, Types, type UpdateQuery } from 'mongoose';
import type { Role } from '../../../core/auth-guards/index.js';
import { refuseDuplicate } from '../../../core/errors/index.js';
import { CompanyScope, type IdLike, systemComment, TenantRepository } from '../../../core/tenancy/index.js';
import type { CompanyDraft } from '../companies/index.js';
import type { NotificationWays } from './notification-ways.js';
import type { PushSettings } from './push-settings.js';
import { emailTaken, userNotFound } from './users.errors.js';
import { type LinkKind, type MailedLink, User } from './schemas/user.schema.js';

const LOG_IN = 'log-in by e-mail';
const REDEEM = 'redeem mailed link';
const REGISTRATIONS = 'finish registrations';
const REGISTRATION_BATCH = 100;

/** The company is made from the stored row, so a crash loses nothing. */
export interface Registration {
  email: string;
  password_hash: string;
  full_name: string;
  /** Null: that of the company. */
  locale: string | null;
  company: CompanyDraft;
}

/** Finds users by e-mail before their company is known. */
@Injectable()
export class AccountsRepository extends TenantRepository<User> {
  constructor(@InjectModel(User.name) model: Model<User>) {
    super(model, 'User');
  }

  async findByEmail(email: string): Promise<User | null> {
    const [user] = await this.findAcrossCompanies(LOG_IN, { email }, { limit: 1 });
    return user ?? null;
  }

  /** The commit point of a registration, which will be finished from here on. @throws AppError EMAIL_TAKEN */
  register(registration: Registration): Promise<User> {
    const { company, ...fields } = registration;
    const scope = CompanyScope.of(new Types.ObjectId());
    const user = { ...fields, company_draft: company, role: 'owner' as const, state: 'registering' as const };
    return refuseDuplicate(this.create(scope, user), emailTaken);
  }

  async completeRegistration(user: User): Promise<User> {
    const scope = CompanyScope.of(user.company_id);
    await this.updateOne(
      scope,
      { _id: user._id, state: 'registering' },
      { $set: { state: 'active', company_draft: null } },
    );
    return this.getById(scope, user._id);
  }

  unfinishedRegistrations(before: Date): Promise<User[]> {
    const filter = { state: 'registering', created_at: { $lt: before } } as const;
    return this.findAcrossCompanies(REGISTRATIONS, filter, { limit: REGISTRATION_BATCH, sort: { created_at: 1 } });
  }

  /** In no order, with deleted users; other ids are left out. */
  findMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<User[]> {
    return this.find(scope, { _id: { $in: [...ids] } });
  }

  /** @throws AppError NOT_FOUND, also for a deleted user */
  async getColleague(scope: CompanyScope, id: IdLike): Promise<User> {
    const user = await this.getById(scope, id);
    if (user.state === 'deleted') throw userNotFound();
    return user;
  }

  activeWithRole(scope: CompanyScope, roles: readonly Role[]): Promise<User[]> {
    return this.find(scope, { role: { $in: [...roles] }, state: 'active' });
  }

  /** Without deleted users. @param among only these ids */
  colleagues(scope: CompanyScope, among?: readonly Types.ObjectId[]): Promise<User[]> {
    return this.find(scope, { state: { $ne: 'deleted' }, ...(among ? { _id: { $in: [...among] } } : {}) });
  }

  /**
   * Does not change an owner: a super_admin is none, and every company needs an owner.
   * @param email normalised
   * @returns null for an unknown address, a disabled user or an owner
   */
  async makeSuperAdmin(email: string): Promise<User | null> {
    const user = await this.findByEmail(email);
    if (!user) return null;
    const filter = { _id: user._id, state: 'active' as const, role: { $ne: 'owner' as const } };
    return this.updateOne(CompanyScope.of(user.company_id), filter, { $set: { role: 'super_admin' } });
  }

  setNotificationWays(scope: CompanyScope, id: IdLike, ways: NotificationWays): Promise<User> {
    return this.updateById(scope, id, { $set: { notification_ways: ways } });
  }

  setPushSettings(scope: CompanyScope, id: IdLike, settings: PushSettings): Promise<User> {
    return this.updateById(scope, id, { $set: { push_settings: settings } });
  }

  async recordLogin(user: User, at: Date): Promise<void> {
    await this.updateOne(CompanyScope.of(user.company_id), { _id: user._id }, { $set: { last_login_at: at } });
  }

  async markEmailVerified(user: User): Promise<void> {
    const update = { $set: { email_verified_at: new Date() } };
    await this.updateOne(CompanyScope.of(user.company_id), { _id: user._id }, update);
  }

  async storeLink(user: User, kind: LinkKind, link: MailedLink): Promise<void> {
    await this.updateOne(CompanyScope.of(user.company_id), { _id: user._id }, { $set: { [kind]: link } });
  }

  async findByPasswordLink(hash: string): Promise<User | null> {
    const [user] = await this.findAcrossCompanies(REDEEM, withPasswordLink(hash), { limit: 1 });
    return user ?? null;
  }

  /**
   * Uses the link, sets the password and ends all sessions in one write; the second of two callers gets null. An
   * invited person becomes active.
   */
  redeemPasswordLink(hash: string, passwordHash: string): Promise<User | null> {
    return this.redeem(withPasswordLink(hash), {
      $set: {
        password_hash: passwordHash,
        password_link: null,
        invitation_link: null,
        verification_link: null,
        email_verified_at: new Date(),
        state: 'active',
        kept_session_id: null,
      },
      $inc: { session_epoch: 1 },
    });
  }

  redeemVerificationLink(hash: string): Promise<User | null> {
    const update = { $set: { verification_link: null, email_verified_at: new Date() } };
    return this.redeem({ ...withLink('verification_link', hash), state: 'active' }, update);
  }

  private redeem(filter: QueryFilter<User>, update: UpdateQuery<User>): Promise<User | null> {
    return this.model
      .findOneAndUpdate(filter, update, { returnDocument: 'after' })
      .comment(systemComment(REDEEM))
      .lean<User>()
      .exec();
  }
}

/** Expiry is checked on use: expired links stay stored. */
function withLink(kind: LinkKind, hash: string): QueryFilter<User> {
  return { [`${kind}.hash`]: hash, [`${kind}.expires_at`]: { $gt: new Date() } };
}

function withPasswordLink(hash: string): QueryFilter<User> {
  return {
    $or: [
      { ...withLink('password_link', hash), state: { $in: ['invited', 'active'] } },
      { ...withLink('invitation_link', hash), state: 'invited' },
    ],
  };
}

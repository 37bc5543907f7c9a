import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, type QueryFilter, Types } from 'mongoose';
import { isDuplicateKey } from '../../core/errors/index.js';
import { CompanyScope, systemComment, TenantRepository } from '../../core/tenancy/index.js';
import type { CompanyDraft } from '../companies/index.js';
import { emailTaken } from './users.errors.js';
import { User } from './schemas/user.schema.js';

const LOG_IN = 'log-in by e-mail';
const REGISTRATIONS = 'finish registrations';
const REGISTRATION_BATCH = 100;

/** What a registration brings; `company` is made from the stored row, so a crash in between loses nothing. */
export interface Registration {
  email: string;
  password_hash: string;
  full_name: string;
  locale: string;
  company: CompanyDraft;
}

/** Users as the auth module sees them: found by e-mail before anybody's company is known. */
@Injectable()
export class Accounts extends TenantRepository<User> {
  constructor(@InjectModel(User.name) model: Model<User>) {
    super(model, 'User');
  }

  async findByEmail(email: string): Promise<User | null> {
    const [user] = await this.findAcrossCompanies(LOG_IN, { email }, { limit: 1 });
    return user ?? null;
  }

  /**
   * The commit point of a registration: from here on it will be finished, whatever happens.
   * @throws AppError EMAIL_TAKEN
   */
  async register(registration: Registration): Promise<User> {
    const { company, ...fields } = registration;
    try {
      return await this.create(CompanyScope.of(new Types.ObjectId()), {
        ...fields,
        company_draft: company,
        role: 'owner',
        state: 'registering',
      });
    } catch (error) {
      throw isDuplicateKey(error) ? emailTaken() : error;
    }
  }

  /** Opens the account once its company is there; a repetition changes nothing. */
  async completeRegistration(user: User): Promise<User> {
    const scope = CompanyScope.of(user.company_id);
    await this.updateOne(
      scope,
      { _id: user._id, state: 'registering' },
      { $set: { state: 'active', company_draft: null } },
    );
    return this.getById(scope, user._id);
  }

  /** Registrations begun before the given time that are not finished, the oldest first. */
  unfinishedRegistrations(before: Date): Promise<User[]> {
    const filter = { state: 'registering', created_at: { $lt: before } } as const;
    return this.findAcrossCompanies(REGISTRATIONS, filter, { limit: REGISTRATION_BATCH, sort: { created_at: 1 } });
  }

  /** The people of a company, or those of the ids among them; nobody who was deleted. */
  colleagues(scope: CompanyScope, among?: readonly Types.ObjectId[]): Promise<User[]> {
    return this.find(scope, { state: { $ne: 'deleted' }, ...(among ? { _id: { $in: [...among] } } : {}) });
  }

  async recordLogin(user: User, at: Date): Promise<void> {
    await this.updateOne(CompanyScope.of(user.company_id), { _id: user._id }, { $set: { last_login_at: at } });
  }

  /** Replaces the previous link, if any. */
  async storePasswordLink(user: User, hash: string, expiresAt: Date): Promise<void> {
    const password_link = { hash, expires_at: expiresAt };
    await this.updateOne(CompanyScope.of(user.company_id), { _id: user._id }, { $set: { password_link } });
  }

  async hasPasswordLink(hash: string, now: Date): Promise<boolean> {
    const filter = { 'password_link.hash': hash, 'password_link.expires_at': { $gt: now } };
    return (await this.findAcrossCompanies('redeem mailed link', filter, { limit: 1 })).length > 0;
  }

  /**
   * Uses a link up, sets the password and ends all sessions, in one write: of two who redeem it one gets null.
   * An invited person becomes active.
   */
  async redeemPasswordLink(hash: string, passwordHash: string, now: Date): Promise<User | null> {
    const filter = {
      'password_link.hash': hash,
      'password_link.expires_at': { $gt: now },
      state: { $in: ['invited', 'active'] },
    };
    const update = {
      $set: { password_hash: passwordHash, password_link: null, state: 'active', kept_session_id: null },
      $inc: { session_epoch: 1 },
    };
    return this.model
      .findOneAndUpdate(filter as QueryFilter<User>, update, { returnDocument: 'after' })
      .comment(systemComment('redeem mailed link'))
      .lean<User>()
      .exec();
  }
}

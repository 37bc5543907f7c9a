import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, type QueryFilter, Types, type UpdateQuery } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { CompanyScope, systemComment, TenantRepository } from '../../../core/tenancy/index.js';
import type { CompanyDraft } from '../companies/index.js';
import { emailTaken } from './users.errors.js';
import { type LinkKind, type MailedLink, User } from './schemas/user.schema.js';

const LOG_IN = 'log-in by e-mail';
const REDEEM = 'redeem mailed link';
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
export class AccountsRepository extends TenantRepository<User> {
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

  /**
   * Owners are left as they are: a super_admin does not count as one, and every company needs an owner.
   * @param email normalised
   * @returns null where nobody with it can log in, or an owner has it
   */
  async makeSuperAdmin(email: string): Promise<User | null> {
    const user = await this.findByEmail(email);
    if (!user) return null;
    const filter = { _id: user._id, state: 'active' as const, role: { $ne: 'owner' as const } };
    return this.updateOne(CompanyScope.of(user.company_id), filter, { $set: { role: 'super_admin' } });
  }

  async recordLogin(user: User, at: Date): Promise<void> {
    await this.updateOne(CompanyScope.of(user.company_id), { _id: user._id }, { $set: { last_login_at: at } });
  }

  /** Counts the mailbox as proven without a mail, for accounts that nobody has to prove. */
  async markEmailVerified(user: User): Promise<void> {
    const update = { $set: { email_verified_at: new Date() } };
    await this.updateOne(CompanyScope.of(user.company_id), { _id: user._id }, update);
  }

  /** Replaces the user's previous link of the kind, if any. */
  async storeLink(user: User, kind: LinkKind, link: MailedLink): Promise<void> {
    await this.updateOne(CompanyScope.of(user.company_id), { _id: user._id }, { $set: { [kind]: link } });
  }

  /** Whoever may set a password by a link with this hash. */
  async findByPasswordLink(hash: string): Promise<User | null> {
    const [user] = await this.findAcrossCompanies(REDEEM, withPasswordLink(hash), { limit: 1 });
    return user ?? null;
  }

  /**
   * Uses a link up, sets the password and ends all sessions, in one write: of two who redeem it one gets null.
   * An invited person becomes active.
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

/** A link is judged when it is used: expired ones stay stored. */
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

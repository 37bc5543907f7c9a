import { Injectable, Logger } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { crashPoint } from '../../../core/crash-points/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService, type Company } from '../companies/index.js';
import {
  AccountMailer,
  AccountsRepository,
  emailTaken,
  PasswordHasher,
  type Registration,
  type User,
} from '../users/index.js';

/** The sweep finishes registrations that are older. */
const SWEEP_AFTER_MS = 60_000;

export interface RegistrationRequest extends Omit<Registration, 'password_hash'> {
  password: string;
}

/**
 * Makes company and owner together without a transaction. The commit point is the user row with a draft of the
 * company; later steps may be repeated. A log-in, a second attempt or the sweep finishes an interrupted
 * registration.
 */
@Injectable()
export class RegistrationService {
  private readonly logger = new Logger(RegistrationService.name);

  constructor(
    private readonly accounts: AccountsRepository,
    private readonly companies: CompaniesService,
    private readonly passwords: PasswordHasher,
    private readonly mails: AccountMailer,
    private readonly events: EventBus,
  ) {}

  /** @throws AppError EMAIL_TAKEN | UNAVAILABLE */
  async register(request: RegistrationRequest): Promise<{ user: User; company: Company }> {
    const { password, ...fields } = request;
    const existing = await this.accounts.findByEmail(request.email);
    const account = existing
      ? await this.resume(existing, password)
      : await this.accounts.register({ ...fields, password_hash: await this.passwords.hash(password) });
    const user = await this.finish(account);
    return { user, company: await this.companies.get(CompanyScope.of(user.company_id)) };
  }

  async finish(account: User): Promise<User> {
    if (account.state !== 'registering' || !account.company_draft) return account;
    crashPoint('registration.owner_stored');
    await this.companies.materialise(CompanyScope.of(account.company_id), account.company_draft, account._id);
    crashPoint('registration.company_stored');
    const owner = await this.accounts.completeRegistration(account);
    const wantsStarter = account.company_draft.starter ?? false;
    this.events.emit('companies.registered', { companyId: owner.company_id.toHexString(), wantsStarter });
    await this.welcome(owner);
    return owner;
  }

  /** Finishes registrations after a crash. @returns how many it finished */
  async sweep(): Promise<number> {
    const unfinished = await this.accounts.unfinishedRegistrations(new Date(Date.now() - SWEEP_AFTER_MS));
    let finished = 0;
    for (const account of unfinished) if (await this.finishOrReport(account)) finished += 1;
    return finished;
  }

  /** The account works without this mail, and the owner can ask for it again. */
  private async welcome(owner: User): Promise<void> {
    try {
      await this.mails.welcome(owner);
    } catch (error) {
      this.logger.error(`no mail to confirm the address was queued for user ${owner._id.toHexString()}`, error);
    }
  }

  /** A failure must not stop the others. */
  private async finishOrReport(account: User): Promise<boolean> {
    try {
      await this.finish(account);
      return true;
    } catch (error) {
      this.logger.error(`the registration of user ${account._id.toHexString()} could not be finished`, error);
      return false;
    }
  }

  /** A repeated registration with the same password continues the unfinished one. */
  private async resume(account: User, password: string): Promise<User> {
    const isTheirs = await this.passwords.verify(password, account.password_hash);
    if (account.state !== 'registering' || !isTheirs) throw emailTaken();
    return account;
  }
}

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

/** Time an ordinary registration has before the sweep finishes it in its stead. */
const SWEEP_AFTER_MS = 60_000;

/** A registration as it comes in. */
export interface RegistrationRequest extends Omit<Registration, 'password_hash'> {
  password: string;
}

/**
 * Makes company and owner together or not at all, without a transaction: the user row, with the company's draft inside,
 * is the commit point; everything after it is derived from it by steps that may be repeated. Whoever finds it unfinished
 * (a log-in, a second attempt, the sweep) finishes it.
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

  /** Takes the steps after the commit point that are still missing. */
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

  /** Finishes what a crash left. @returns how many it could */
  async sweep(): Promise<number> {
    const unfinished = await this.accounts.unfinishedRegistrations(new Date(Date.now() - SWEEP_AFTER_MS));
    let finished = 0;
    for (const account of unfinished) if (await this.finishOrReport(account)) finished += 1;
    return finished;
  }

  /** The account is open without this mail, which the owner can have sent again. */
  private async welcome(owner: User): Promise<void> {
    try {
      await this.mails.welcome(owner);
    } catch (error) {
      this.logger.error(`no mail to confirm the address was queued for user ${owner._id.toHexString()}`, error);
    }
  }

  /** One that cannot be finished must not keep the others from it. */
  private async finishOrReport(account: User): Promise<boolean> {
    try {
      await this.finish(account);
      return true;
    } catch (error) {
      this.logger.error(`the registration of user ${account._id.toHexString()} could not be finished`, error);
      return false;
    }
  }

  /** Who repeats an unfinished registration with its password goes on with it. */
  private async resume(account: User, password: string): Promise<User> {
    const isTheirs = await this.passwords.verify(password, account.password_hash);
    if (account.state !== 'registering' || !isTheirs) throw emailTaken();
    return account;
  }
}

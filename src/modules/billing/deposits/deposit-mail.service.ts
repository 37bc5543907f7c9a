import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { Mailer, MailNotTakenError } from '../../accounts/notifications/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { refundMail } from './deposit-words.js';
import type { Deposit, MailState } from './deposit.schema.js';
import { DepositsRepository } from './deposits.repository.js';

/** Tells customers about deposits that are paid back at most once: the mail is claimed before the call. */
@Injectable()
export class DepositMailService {
  private readonly logger = new Logger(DepositMailService.name);

  constructor(
    private readonly deposits: DepositsRepository,
    private readonly contacts: ContactsService,
    private readonly companies: CompaniesService,
    private readonly mailer: Mailer,
  ) {}

  /** Call it under the lock of the deposit: a mail that is `sending` then was left by a crash. @throws MailNotTakenError: try again */
  async tell(scope: CompanyScope, deposit: Deposit, contactId: Types.ObjectId | null): Promise<void> {
    if (deposit.mail === 'sending') return this.set(scope, deposit, 'unknown');
    if (deposit.mail !== 'waiting') return;
    const [contact] = contactId ? await this.contacts.getMany(scope, [contactId]) : [];
    if (!contact?.email) return this.set(scope, deposit, 'skipped');
    const mail = refundMail(deposit, await this.companies.get(scope), contact, contact.email);
    await this.set(scope, deposit, 'sending');
    try {
      await this.mailer.send(mail);
    } catch (error) {
      this.logger.warn(`could not mail about deposit ${deposit._id.toHexString()}`, error);
      const isRepeatable = error instanceof MailNotTakenError;
      await this.set(scope, deposit, isRepeatable ? 'waiting' : 'unknown');
      if (isRepeatable) throw error;
      return;
    }
    await this.set(scope, deposit, 'sent');
  }

  private async set(scope: CompanyScope, { _id }: Deposit, mail: MailState): Promise<void> {
    await this.deposits.change(scope, _id, () => ({ mail }));
  }
}

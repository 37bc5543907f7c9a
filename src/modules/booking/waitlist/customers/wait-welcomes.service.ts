import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { layOut, MailboxLimiter, Mailer, MailNotTakenError } from '../../../accounts/notifications/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { WaitlistRepository } from '../waitlist.repository.js';
import { WaitLinks } from './wait-links.service.js';
import { WaitPages } from './wait-pages.service.js';
import { waitLocaleOf, welcomeMail } from './wait-texts.js';

const Welcome = defineJob<{ companyId: string; entryId: string }>('waitlist.welcome');

/** Mails a visitor that the entry is on the waitlist, with the link to leave the waitlist. At most once, as notices are. */
@Injectable()
export class WaitWelcomes {
  private readonly logger = new Logger(WaitWelcomes.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly entries: WaitlistRepository,
    private readonly contacts: ContactsService,
    private readonly pages: WaitPages,
    private readonly links: WaitLinks,
    private readonly mailer: Mailer,
    private readonly limiter: MailboxLimiter,
  ) {}

  async enqueue({ id: companyId }: CompanyScope, entry: Types.ObjectId): Promise<void> {
    const entryId = entry.toHexString();
    await this.jobs.enqueue(Welcome, { companyId, entryId }, { key: entryId });
  }

  @JobHandler(Welcome)
  async send({ companyId, entryId }: PayloadOf<typeof Welcome>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const entry = await this.entries.findById(scope, entryId);
    if (entry?.origin?.welcome !== 'waiting') return;
    const [contact] = await this.contacts.getMany(scope, [entry.contact_id]);
    const { company, catalog } = await this.pages.load(scope);
    const email = contact?.email;
    // Without a proof of the address, a visitor could fill a stranger's mailbox.
    const isRefused = !email || (!catalog.settings.contact_check && (await this.limiter.take(email)));
    if (!(await this.entries.changeWelcome(scope, entry._id, 'waiting', isRefused ? 'skipped' : 'sending'))) return;
    if (isRefused) return;
    const service = catalog.services.find(({ _id }) => _id.equals(entry.service_id))?.name ?? '';
    const facts = { company: company.name, customer: contact.full_name, service, windows: entry.windows };
    const content = welcomeMail(
      waitLocaleOf(contact.locale, company.locale),
      facts,
      this.links.urlOf(scope, entry._id),
    );
    try {
      await this.mailer.send({ ...layOut(email, content), ...(company.email ? { replyTo: company.email } : {}) });
    } catch (error) {
      this.logger.warn(`could not mail waitlist entry ${entryId}`, error);
      if (!(error instanceof MailNotTakenError)) return;
      await this.entries.changeWelcome(scope, entry._id, 'sending', 'waiting');
      throw error;
    }
    await this.entries.changeWelcome(scope, entry._id, 'sending', 'sent');
  }
}

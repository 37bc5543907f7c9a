import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import { JobHandler, type JobRun, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { type Contact, ContactsService, type Identity, IdentityResolver } from '../../customers/contacts/index.js';
import { CustomerPictures } from './customer-pictures.service.js';
import { ProfileSource } from './profile-source.service.js';
import { FetchCustomerProfile } from './profiles.jobs.js';

const CHECK_INTERVAL_MS = 86_400_000;
const MAX_CUSTOMERS_IN_MEMORY = 20_000;

/** Fetches names and pictures of customers after they have written, at most once a day. */
@Injectable()
export class CustomerProfiles implements OnApplicationBootstrap {
  /** Only avoids needless jobs. The stored date of the identity decides whether its profile is read. */
  private readonly asked = new LRUCache<string, true>({ max: MAX_CUSTOMERS_IN_MEMORY, ttl: CHECK_INTERVAL_MS });

  constructor(
    private readonly source: ProfileSource,
    private readonly pictures: CustomerPictures,
    private readonly identities: IdentityResolver,
    private readonly contacts: ContactsService,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
  ) {}

  onApplicationBootstrap(): void {
    // Meta shows profiles only of customers who have written. A crash repeats the event.
    this.bus.on('message.published', async ({ companyId, conversationId, direction, platform }) => {
      if (direction !== 'inbound' || !this.source.isAsked(platform) || this.asked.has(conversationId)) return;
      await this.jobs.enqueue(FetchCustomerProfile, { companyId, identityId: conversationId }, { key: conversationId });
      this.asked.set(conversationId, true);
    });
  }

  /** @throws Error while the platform may still answer, so that the job is tried again */
  @JobHandler(FetchCustomerProfile)
  async fetch({ companyId, identityId }: { companyId: string; identityId: string }, run: JobRun): Promise<void> {
    const scope = CompanyScope.of(companyId);
    try {
      const identity = await this.identities.get(scope, toObjectId(identityId));
      if (identity.channel_id === null || !isDue(identity)) return;
      const before = await this.contacts.getCurrent(scope, identity.contact_id);
      const { picture_url, ...profile } = await this.source.fetch(scope, identity);
      const { contact } = await this.identities.updateProfile(scope, identity._id, profile);
      if (contact.updated_at.getTime() !== before.updated_at.getTime()) this.announce(scope, contact);
      if (picture_url) await this.pictures.renew(scope, contact, identity._id, picture_url, run.signal);
      await this.identities.noteProfileCheck(scope, identity._id, new Date());
    } catch (error) {
      // The customer was deleted or the channel disconnected.
      if (!(error instanceof AppError)) throw error;
    }
  }

  private announce({ id: companyId }: CompanyScope, { _id }: Contact): void {
    this.bus.emit('contact.changed', { companyId, contactId: _id.toHexString() });
  }
}

function isDue({ profile_checked_at: checkedAt }: Identity): boolean {
  return !checkedAt || checkedAt.getTime() <= Date.now() - CHECK_INTERVAL_MS;
}

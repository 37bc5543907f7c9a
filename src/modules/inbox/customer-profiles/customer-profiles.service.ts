import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import { JobHandler, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { IdentityResolver, ContactsService } from '../../customers/contacts/index.js';
import { FetchCustomerProfile } from './profiles.jobs.js';
import { ProfileSource } from './profile-source.service.js';

/** Fetches the names of customers after their first message, if theirs is a placeholder. */
@Injectable()
export class CustomerProfiles implements OnApplicationBootstrap {
  constructor(
    private readonly source: ProfileSource,
    private readonly identities: IdentityResolver,
    private readonly contacts: ContactsService,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
  ) {}

  onApplicationBootstrap(): void {
    // Meta shows profiles only of customers who have written. A crash repeats the event.
    this.bus.on('message.published', async ({ companyId, conversationId, isFirstOfCustomer, platform }) => {
      if (!isFirstOfCustomer || !this.source.isAsked(platform)) return;
      await this.jobs.enqueue(FetchCustomerProfile, { companyId, identityId: conversationId }, { key: conversationId });
    });
  }

  /** @throws Error while the platform may still answer, so that the job is tried again */
  @JobHandler(FetchCustomerProfile)
  async fetch({ companyId, identityId }: { companyId: string; identityId: string }): Promise<void> {
    const scope = CompanyScope.of(companyId);
    try {
      const identity = await this.identities.get(scope, toObjectId(identityId));
      if (identity.channel_id === null) return;
      const before = await this.contacts.getCurrent(scope, identity.contact_id);
      if (!before.is_name_placeholder) return;
      const profile = await this.source.fetch(scope, identity);
      const { contact } = await this.identities.updateProfile(scope, identity._id, profile);
      if (contact.updated_at.getTime() === before.updated_at.getTime()) return;
      this.bus.emit('contact.changed', { companyId, contactId: contact._id.toHexString() });
    } catch (error) {
      // The customer was deleted or the channel disconnected.
      if (!(error instanceof AppError)) throw error;
    }
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';

/** Sends events about changed companies, users, contacts, pets, clearances and booking catalogs. */
@Injectable()
export class LiveChangesService implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly realtime: RealtimeService,
  ) {}

  onModuleInit(): void {
    this.bus.on('companies.changed', async ({ companyId }) => {
      await this.realtime.publish(CompanyScope.of(companyId), 'company:updated', {});
    });
    this.bus.on('catalog.changed', async ({ companyId }) => {
      await this.realtime.publish(CompanyScope.of(companyId), 'catalog:updated', {});
    });
    this.bus.on('users.changed', async ({ companyId, ...change }) => {
      await this.realtime.publish(CompanyScope.of(companyId), 'user:updated', change);
    });
    this.bus.on('pets.changed', async ({ companyId, ...change }) => {
      await this.realtime.publish(CompanyScope.of(companyId), 'pet:updated', change);
    });
    this.bus.on('clearances.changed', async ({ companyId, ...change }) => {
      await this.realtime.publish(CompanyScope.of(companyId), 'clearance:updated', change);
    });
    this.bus.on('contact.changed', ({ companyId, contactId }) => this.tellOfContacts(companyId, [contactId], false));
    this.bus.on('contact.deleted', ({ companyId, contactId }) => this.tellOfContacts(companyId, [contactId], true));
    this.bus.on('contact.merged', ({ companyId, survivorId, mergedId }) =>
      this.tellOfContacts(companyId, [survivorId, mergedId], false),
    );
    this.bus.on('contact.unmerged', ({ companyId, survivorId, mergedId }) =>
      this.tellOfContacts(companyId, [survivorId, mergedId], false),
    );
  }

  private async tellOfContacts(companyId: string, ids: readonly string[], deleted: boolean): Promise<void> {
    const scope = CompanyScope.of(companyId);
    for (const contactId of ids) await this.realtime.publish(scope, 'contact:updated', { contactId, deleted });
  }
}

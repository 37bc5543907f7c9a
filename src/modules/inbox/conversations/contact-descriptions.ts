import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { searchWords } from '../../../core/text/index.js';
import { contactSearchWords, ContactsService } from '../../customers/contacts/index.js';
import { summarizeContact } from './conversation.view.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { PetsService } from '../../customers/pets/index.js';

const MAX_PETS = 100;

/** Conversations show their contact as it is called now. */
@Injectable()
export class ContactDescriptions implements OnModuleInit {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly conversations: ConversationsRepository,
    private readonly inbox: ConversationsService,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('contact.changed', ({ companyId, contactId }) => this.rename(companyId, contactId));
    this.bus.on('pets.changed', ({ companyId, contactId }) => this.describe(companyId, contactId));
    this.bus.on('conversation.opened', ({ companyId, contactId }) => this.describe(companyId, contactId));
    this.bus.on('contact.merged', ({ companyId, survivorId }) => this.describe(companyId, survivorId));
    this.bus.on('contact.unmerged', async ({ companyId, survivorId, mergedId }) => {
      await this.describe(companyId, survivorId);
      await this.describe(companyId, mergedId);
    });
  }

  private async rename(companyId: string, contactId: string): Promise<void> {
    await this.describe(companyId, contactId);
    const scope = CompanyScope.of(companyId);
    const rows = await this.conversations.allOfContact(scope, toObjectId(contactId));
    for (const row of rows) await this.inbox.publish(scope, row);
  }

  /** List rows show the contact as it is called now, and are found by its pets' names too. */
  private async describe(companyId: string, contactId: string): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const contact = await this.contacts.get(scope, toObjectId(contactId));
    const { items: pets } = await this.pets.list(scope, { contact_id: contact._id }, { limit: MAX_PETS });
    const petNames = searchWords(pets.map(({ name }) => name));
    const search = [...new Set([...contactSearchWords(contact), ...petNames])];
    await this.conversations.describeContact(scope, contact._id, { contact: summarizeContact(contact), search });
  }
}

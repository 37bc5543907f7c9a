import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SingleFlight } from '../../../core/concurrency/index.js';
import { EventBus } from '../../../core/events/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { searchWords } from '../../../core/text/index.js';
import { contactSearchWords, ContactsService } from '../../customers/contacts/index.js';
import { summarizeContact } from './conversation.view.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { MAX_SHOWN_PETS } from './schemas/conversation.schema.js';
import { PetsService } from '../../customers/pets/index.js';

const MAX_PETS = 100;

/** Keeps names of contacts and pets up to date in conversations. */
@Injectable()
export class ContactDescriptions implements OnModuleInit {
  private readonly runs = new SingleFlight<boolean>();

  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly conversations: ConversationsRepository,
    private readonly inbox: ConversationsService,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    for (const name of ['contact.changed', 'pets.changed', 'conversation.opened'] as const)
      this.bus.on(name, async ({ companyId, contactId }) => {
        if (await this.describe(companyId, contactId)) await this.publish(companyId, contactId);
      });
    this.bus.on('contact.merged', ({ companyId, survivorId }) => this.publishMoved(companyId, survivorId));
    this.bus.on('contact.unmerged', async ({ companyId, survivorId, mergedId }) => {
      await this.publishMoved(companyId, survivorId);
      await this.publishMoved(companyId, mergedId);
    });
  }

  /** Publishes also conversations with the same description, because they have another contact. */
  private async publishMoved(companyId: string, contactId: string): Promise<void> {
    await this.describe(companyId, contactId);
    await this.publish(companyId, contactId);
  }

  private async publish(companyId: string, contactId: string): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const rows = await this.conversations.allOfContact(scope, toObjectId(contactId));
    for (const row of rows) await this.inbox.publish(scope, row);
  }

  /**
   * One at a time for each contact, or the older of two descriptions could be written last.
   * @returns whether a conversation of the contact has changed
   */
  private describe(companyId: string, contactId: string): Promise<boolean> {
    return this.runs.run(contactId, Date.now(), () => this.writeDescription(companyId, contactId));
  }

  private async writeDescription(companyId: string, contactId: string): Promise<boolean> {
    const scope = CompanyScope.of(companyId);
    const contact = await this.contacts.get(scope, toObjectId(contactId));
    const { items: pets } = await this.pets.list(scope, { contact_id: contact._id }, { limit: MAX_PETS });
    const petNames = searchWords(pets.map(({ name }) => name));
    const search = [...new Set([...contactSearchWords(contact), ...petNames])];
    const shown = pets.slice(0, MAX_SHOWN_PETS).map(({ _id, name, species }) => ({ _id, name, species }));
    const changed = await this.conversations.describeContact(scope, contact._id, {
      contact: summarizeContact(contact),
      pets: shown,
      search,
    });
    return changed > 0;
  }
}

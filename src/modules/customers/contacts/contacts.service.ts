import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { EventBus } from '../../../core/events/index.js';
import type { CompanyScope, Page, PageRequest } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { changedFields, type ContactInput, newContact, socialPlatforms } from './contact-fields.js';
import { addressKey, emailKey } from './contact-keys.js';
import { ContactParticipantRegistry } from './contact-participant-registry.js';
import { contactMerged, mergeInProgress } from './contacts.errors.js';
import { type ContactFilters, ContactsRepository } from './contacts.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import { hasCountry, withCountry } from './phone.js';
import type { Contact } from './schemas/contact.schema.js';
import type { Platform } from './schemas/platform.js';

/** Why two contacts may be one person. */
export const MATCH_REASONS = ['phone', 'email', 'social'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface MergeSuggestion {
  contact: Contact;
  reasons: MatchReason[];
}

@Injectable()
export class ContactsService {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly identities: IdentitiesRepository,
    private readonly participants: ContactParticipantRegistry,
    private readonly events: EventBus,
    private readonly companies: CompaniesService,
  ) {}

  list(scope: CompanyScope, filters: ContactFilters, page: PageRequest): Promise<Page<Contact>> {
    return this.contacts.list(scope, filters, page);
  }

  /** A merged contact is still answered; its `merged_into` says where to go. @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<Contact> {
    return this.contacts.getById(scope, id);
  }

  /** For what is about to belong to the contact. @throws AppError NOT_FOUND | CONTACT_MERGED */
  async getCurrent(scope: CompanyScope, id: Types.ObjectId): Promise<Contact> {
    const contact = await this.contacts.getById(scope, id);
    if (contact.merged_into) throw contactMerged(contact.merged_into);
    return contact;
  }

  /** Those of the ids that are contacts of the company, in no order. */
  getMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Contact[]> {
    return this.contacts.readMany(scope, ids);
  }

  /** Contacts with this mail address that were not merged into others, the oldest first. */
  findByEmail(scope: CompanyScope, email: string): Promise<Contact[]> {
    return this.findByKey(scope, emailKey(email));
  }

  /** The same for a phone number with its country, which may also be known as the one somebody writes from on WhatsApp. */
  findByPhone(scope: CompanyScope, phone: string): Promise<Contact[]> {
    return this.findByKey(scope, addressKey('whatsapp', phone));
  }

  async create(scope: CompanyScope, input: ContactInput & { full_name: string }): Promise<Contact> {
    const complete = { ...input, ...(await this.phoneOf(scope, input)) };
    const contact = await this.contacts.insertIfMissing(scope, newContact(complete));
    this.changed(scope, contact._id);
    return contact;
  }

  /**
   * Fields that are left out stay.
   * @param version the one that the contact must still have
   * @throws AppError NOT_FOUND | CONTACT_MERGED | VERSION_MISMATCH | CONCURRENT_CHANGE
   */
  async update(scope: CompanyScope, id: Types.ObjectId, input: ContactInput, version?: number): Promise<Contact> {
    const phone = await this.phoneOf(scope, input);
    const reached = input.social ? await this.identities.platformsOf(scope, id) : [];
    return this.change(
      scope,
      id,
      (contact) => {
        const named = input.full_name === undefined ? {} : { is_name_placeholder: false };
        const platforms = input.social ? platformsAfter(contact, input, reached) : contact.platforms;
        return changedFields({ ...contact, platforms }, { ...input, ...phone, ...named });
      },
      version,
    );
  }

  /** Adds the tags that are not there yet. @throws AppError NOT_FOUND | CONTACT_MERGED */
  addTags(scope: CompanyScope, id: Types.ObjectId, tags: readonly string[]): Promise<Contact> {
    return this.change(scope, id, (contact) => ({ tags: [...new Set([...contact.tags, ...tags])] }));
  }

  /** @throws AppError NOT_FOUND | CONTACT_MERGED */
  removeTags(scope: CompanyScope, id: Types.ObjectId, tags: readonly string[]): Promise<Contact> {
    return this.change(scope, id, (contact) => ({ tags: contact.tags.filter((tag) => !tags.includes(tag)) }));
  }

  /**
   * Deletes the contact, what belongs to it and the contacts that were merged into it. The contact goes last, so that a
   * deletion which a crash cut short is repeated by asking again.
   * @throws AppError NOT_FOUND | MERGE_IN_PROGRESS
   */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const contact = await this.contacts.getById(scope, id);
    if (contact.merging) throw mergeInProgress();
    for (const merged of await this.contacts.findMergedInto(scope, id)) await this.remove(scope, merged._id);
    await this.participants.remove(scope, id);
    await this.identities.deleteOfContact(scope, id);
    if (!(await this.contacts.deleteUnlessMerging(scope, id))) throw mergeInProgress();
    this.events.emit('contact.deleted', { companyId: scope.id, contactId: id.toHexString() });
  }

  /** Contacts that may be the same person; nothing is ever merged by itself. @throws AppError NOT_FOUND */
  async mergeSuggestions(scope: CompanyScope, id: Types.ObjectId): Promise<MergeSuggestion[]> {
    const contact = await this.contacts.getById(scope, id);
    const others = await this.contacts.findByMatchKeys(scope, contact.match_keys);
    return others
      .filter((other) => !other._id.equals(id) && other.merged_into === null)
      .map((other) => ({ contact: other, reasons: reasonsFor(contact, other) }));
  }

  /** A phone that is written without a country is one of the company's. */
  private async phoneOf(scope: CompanyScope, { phone }: ContactInput): Promise<{ phone?: string }> {
    if (!phone || hasCountry(phone)) return {};
    const { country } = await this.companies.get(scope);
    return { phone: withCountry(phone, country) };
  }

  private async findByKey(scope: CompanyScope, key: string): Promise<Contact[]> {
    const found = await this.contacts.findByMatchKeys(scope, [key]);
    return found.filter(({ merged_into }) => merged_into === null);
  }

  private async change(
    scope: CompanyScope,
    id: Types.ObjectId,
    fields: (contact: Contact) => Partial<Contact>,
    version?: number,
  ): Promise<Contact> {
    const contact = await this.contacts.change(
      scope,
      id,
      (current) => {
        if (current.merged_into) throw contactMerged(current.merged_into);
        return fields(current);
      },
      version,
    );
    this.changed(scope, id);
    return contact;
  }

  private changed(scope: CompanyScope, id: Types.ObjectId): void {
    this.events.emit('contact.changed', { companyId: scope.id, contactId: id.toHexString() });
  }
}

/** A platform goes when its id is cleared and no conversation came from it. */
function platformsAfter(contact: Contact, input: ContactInput, reached: readonly Platform[]): Platform[] {
  return [...new Set([...reached, ...socialPlatforms({ ...contact.social, ...input.social })])];
}

function reasonsFor(a: Contact, b: Contact): MatchReason[] {
  const shared = a.match_keys.filter((key) => b.match_keys.includes(key)).map((key) => key.split(':')[0]);
  return MATCH_REASONS.filter((reason) =>
    shared.some((kind) => (kind === 'phone' || kind === 'email' ? kind === reason : reason === 'social')),
  );
}

import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { EventBus } from '../../../core/events/index.js';
import type { CompanyScope, Page, PageRequest } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { withAddedTags } from './added-tags.js';
import { changedFields, type ContactInput, newContact, socialPlatforms } from './contact-fields.js';
import { addressKey, emailKey } from './contact-keys.js';
import { ContactParticipantRegistry } from './contact-participant-registry.js';
import { contactMerged, mergeInProgress } from './contacts.errors.js';
import { type ContactFilters, type ContactLabel, ContactsRepository } from './contacts.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import { hasCountry, withCountry } from './phone.js';
import { mayReplacePicture } from './picture-key.js';
import type { Contact } from './schemas/contact.schema.js';
import type { Platform } from './schemas/platform.js';

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

  /** Also returns a merged contact, with `merged_into`. @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<Contact> {
    return this.contacts.getById(scope, id);
  }

  /** Use it before a document is added to the contact. @throws AppError NOT_FOUND | CONTACT_MERGED */
  async getCurrent(scope: CompanyScope, id: Types.ObjectId): Promise<Contact> {
    const contact = await this.contacts.getById(scope, id);
    if (contact.merged_into) throw contactMerged(contact.merged_into);
    return contact;
  }

  /** In no order; other ids are left out. */
  getMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Contact[]> {
    return this.contacts.readMany(scope, ids);
  }

  /** Names and phones for lists, in no order; other ids are left out. */
  labelsOf(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<ContactLabel[]> {
    return this.contacts.readLabels(scope, ids);
  }

  /** Oldest first, without merged contacts. */
  findByEmail(scope: CompanyScope, email: string): Promise<Contact[]> {
    return this.findByKey(scope, emailKey(email));
  }

  /** With its country. The number may also be known from WhatsApp. */
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
   * @param version the version that the contact must still have
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
        const fields = changedFields({ ...contact, platforms }, { ...input, ...phone, ...named });
        return withAddedTags(contact, fields);
      },
      version,
    );
  }

  /**
   * Gives the contact the stored picture of one of its identities, unless it shows the picture of another one.
   * @throws AppError NOT_FOUND | CONTACT_MERGED
   */
  setPicture(scope: CompanyScope, id: Types.ObjectId, identityId: Types.ObjectId, key: string): Promise<Contact> {
    return this.change(scope, id, ({ avatar_key }) =>
      mayReplacePicture(scope, identityId, avatar_key ?? null) ? { avatar_key: key } : {},
    );
  }

  /** Returns those of the keys that a contact's picture uses. */
  async picturesInUse(scope: CompanyScope, keys: readonly string[]): Promise<string[]> {
    return (await this.contacts.withPictures(scope, keys)).flatMap(({ avatar_key }) => avatar_key ?? []);
  }

  /** @param runId the run of a flow that adds them @throws AppError NOT_FOUND | CONTACT_MERGED */
  addTags(scope: CompanyScope, id: Types.ObjectId, tags: readonly string[], runId?: Types.ObjectId): Promise<Contact> {
    return this.change(scope, id, (contact) =>
      withAddedTags(contact, { tags: [...new Set([...contact.tags, ...tags])] }, runId),
    );
  }

  /** @throws AppError NOT_FOUND | CONTACT_MERGED */
  removeTags(scope: CompanyScope, id: Types.ObjectId, tags: readonly string[]): Promise<Contact> {
    return this.change(scope, id, (contact) => ({ tags: contact.tags.filter((tag) => !tags.includes(tag)) }));
  }

  /**
   * Deletes the contact with its documents and the contacts merged into it. The contact is deleted last, so that a
   * repeated call finishes the work after a crash.
   * @throws AppError NOT_FOUND | MERGE_IN_PROGRESS
   */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const contact = await this.contacts.getById(scope, id);
    if (contact.merging) throw mergeInProgress();
    for (const merged of await this.contacts.findMergedInto(scope, id)) await this.remove(scope, merged._id);
    await this.participants.remove(scope, id);
    await this.identities.ofContacts.remove(scope, id);
    if (!(await this.contacts.deleteUnlessMerging(scope, id))) throw mergeInProgress();
    this.events.emit('contact.deleted', { companyId: scope.id, contactId: id.toHexString() });
  }

  /** Nothing is merged automatically. @throws AppError NOT_FOUND */
  async mergeSuggestions(scope: CompanyScope, id: Types.ObjectId): Promise<MergeSuggestion[]> {
    const contact = await this.contacts.getById(scope, id);
    const others = await this.contacts.findByMatchKeys(scope, contact.match_keys);
    return others
      .filter((other) => !other._id.equals(id) && other.merged_into === null)
      .map((other) => ({ contact: other, reasons: reasonsFor(contact, other) }));
  }

  /** A phone without a country is read by the country of the company. */
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

/** A platform is removed when its id is cleared and no conversation came from it. */
function platformsAfter(contact: Contact, input: ContactInput, reached: readonly Platform[]): Platform[] {
  return [...new Set([...reached, ...socialPlatforms({ ...contact.social, ...input.social })])];
}

function reasonsFor(a: Contact, b: Contact): MatchReason[] {
  const shared = a.match_keys.filter((key) => b.match_keys.includes(key)).map((key) => key.split(':')[0]);
  return MATCH_REASONS.filter((reason) =>
    shared.some((kind) => (kind === 'phone' || kind === 'email' ? kind === reason : reason === 'social')),
  );
}

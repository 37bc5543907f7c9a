import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { type ContactInput, newContact } from './contact-fields.js';
import { ContactParticipantRegistry } from './contact-participant-registry.js';
import { ContactsRepository } from './contacts.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import { withCountry } from './phone.js';
import type { Contact, NewContact } from './schemas/contact.schema.js';

/** Adds and removes contacts by the hundred, for imports. Every method may be repeated. */
@Injectable()
export class ContactBulkService {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly identities: IdentitiesRepository,
    private readonly participants: ContactParticipantRegistry,
    private readonly companies: CompaniesService,
  ) {}

  /** Returns a function that makes contacts; a phone without a country is read by the country of the company. */
  async factory(
    scope: CompanyScope,
  ): Promise<(id: Types.ObjectId, input: ContactInput & { full_name: string }) => NewContact> {
    const { country } = await this.companies.get(scope);
    return (_id, input) => {
      const phone = input.phone ? { phone: withCountry(input.phone, country) } : {};
      return { ...newContact({ ...input, ...phone }), _id };
    };
  }

  /**
   * Stored contacts that may be these: with the same phone, e-mail or account; without any of them, with the same
   * name. The oldest first; a merged contact has the id of the one that replaced it.
   */
  async findMatches(scope: CompanyScope, wanted: readonly NewContact[]): Promise<Contact[]> {
    const keys = wanted.flatMap(({ match_keys }) => match_keys);
    const nameless = wanted.filter(({ match_keys }) => match_keys.length === 0);
    const found = await this.contacts.findForImport(scope, keys, nameless);
    return found.map((contact) => ({ ...contact, _id: contact.merged_into ?? contact._id }));
  }

  /** Does not announce the contacts one by one. */
  insertMissing(scope: CompanyScope, contacts: readonly NewContact[]): Promise<void> {
    return this.contacts.insertMissing(scope, contacts);
  }

  /** Deletes a contact that nobody has changed or used since it was made; false if it stays. */
  async deleteUntouched(scope: CompanyScope, id: Types.ObjectId): Promise<boolean> {
    const isUsed = (await this.identities.ofContacts.isUsed(scope, id)) || (await this.participants.isUsed(scope, id));
    if (isUsed) return false;
    return this.contacts.deleteUnchanged(scope, id);
  }
}

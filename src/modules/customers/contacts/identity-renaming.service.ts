import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { changedFields } from './contact-fields.js';
import { addressKey } from './contact-keys.js';
import { ContactsRepository } from './contacts.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import type { CustomerAddress } from './identity-address.js';
import { IdentityResolver } from './identity-resolver.js';
import { isBusinessScopedUserId } from './phone.js';
import type { Contact } from './schemas/contact.schema.js';
import type { Identity } from './schemas/identity.schema.js';
import { socialFieldOf } from './schemas/platform.js';

export interface RenamedIdentity {
  identity: Identity;
  contact: Contact;
  /** True if another contact has one of the new ids. */
  isTaken: boolean;
}

/** Moves a contact to the customer's new number or user id. */
@Injectable()
export class IdentityRenaming {
  constructor(
    private readonly resolver: IdentityResolver,
    private readonly identities: IdentitiesRepository,
    private readonly contacts: ContactsRepository,
  ) {}

  /**
   * An id that another contact has stays there. Nothing is merged; staff get the suggestion to merge the contacts.
   * @returns null if the customer is unknown
   */
  async rename(
    scope: CompanyScope,
    address: CustomerAddress,
    newIds: readonly string[],
  ): Promise<RenamedIdentity | null> {
    const known = await this.resolver.lookup(scope, address);
    if (!known) return null;
    const freeIds = await this.freeIds(scope, known, newIds);
    const external_id = freeIds.find((id) => isSameKindOfId(id, known.external_id)) ?? known.external_id;
    const keys = freeIds.map((id) => addressKey(known.platform, id));
    const learned = await this.identities.learn(scope, known._id, { keys, external_id, profile: {} });
    const { identity, contact } = await this.resolver.updateProfile(scope, known._id, {});
    const isTaken = learned === null || freeIds.length < newIds.length;
    return { identity, contact: await this.replaceId(scope, contact, address, newIds), isTaken };
  }

  private async freeIds(
    scope: CompanyScope,
    { _id, inbox, platform }: Identity,
    newIds: readonly string[],
  ): Promise<string[]> {
    const keys = newIds.map((id) => addressKey(platform, id));
    const others = (await this.identities.findByKeys(scope, inbox, keys)).filter((other) => !other._id.equals(_id));
    const taken = new Set(others.flatMap((other) => other.keys));
    return newIds.filter((id) => !taken.has(addressKey(platform, id)));
  }

  private async replaceId(
    scope: CompanyScope,
    contact: Contact,
    { platform, external_id }: CustomerAddress,
    newIds: readonly string[],
  ): Promise<Contact> {
    const field = socialFieldOf(platform);
    const newId = newIds.find((id) => isSameKindOfId(id, external_id));
    const stored = field && contact.social[field];
    if (!newId || !stored || addressKey(platform, stored) !== addressKey(platform, external_id)) return contact;
    return this.contacts.change(scope, contact._id, (latest) => changedFields(latest, { social: { [field]: newId } }));
  }
}

/** A business-scoped user id does not replace a phone number. */
function isSameKindOfId(a: string, b: string): boolean {
  return isBusinessScopedUserId(a) === isBusinessScopedUserId(b);
}

import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { addressKey } from './contact-keys.js';
import { changedFields, newContact } from './contact-fields.js';
import { ContactsRepository } from './contacts.repository.js';
import { contactBusy, contactUnreachable } from './contacts.errors.js';
import { IdentitiesRepository } from './identities.repository.js';
import {
  addressKeys,
  cleanProfile,
  contactFromAddress,
  type CustomerAddress,
  newsForContact,
  platformInbox,
} from './identity-address.js';
import { externalIdFor } from './outbound-address.js';
import type { Contact } from './schemas/contact.schema.js';
import {
  type Identity,
  type IdentityProfile,
  isOptedOut,
  type OptIn,
  type ReplyWindow,
} from './schemas/identity.schema.js';
import type { Platform } from './schemas/platform.js';

const MAX_MERGE_HOPS = 10;

/** An identity, and those keys of the address that no other identity of the inbox has. */
interface Found {
  identity: Identity;
  keys: readonly string[];
}

export interface ResolvedIdentity {
  identity: Identity;
  contact: Contact;
  created: boolean;
}

/**
 * Finds the customer of a channel. The insert of the identity, which carries the id of the contact, is the commit
 * point, and any caller makes the contact from it. So neither a race nor a crash makes two contacts or none.
 */
@Injectable()
export class IdentityResolver {
  constructor(
    private readonly identities: IdentitiesRepository,
    private readonly contacts: ContactsRepository,
  ) {}

  /** May be repeated and run in parallel. */
  async resolve(scope: CompanyScope, address: CustomerAddress): Promise<ResolvedIdentity> {
    const keys = addressKeys(address);
    const known = await this.find(scope, address, keys);
    if (known) return { ...(await this.settle(scope, known, address)), created: false };
    const match = await this.findContact(scope, keys);
    const inserted = await this.identities.insert(scope, {
      inbox: address.inbox,
      platform: address.platform,
      external_id: address.external_id,
      keys,
      contact_id: match?._id ?? new Types.ObjectId(),
      channel_id: address.channel_id ?? null,
      profile: cleanProfile(address.profile),
    });
    if (inserted) crashPoint('identity.inserted');
    const found = inserted ? { identity: inserted, keys } : await this.find(scope, address, keys);
    if (!found) throw contactBusy();
    return { ...(await this.settle(scope, found, address)), created: inserted !== null };
  }

  /**
   * The identity to send to a contact: the latest one, or one made from its ids. If two contacts have the same id,
   * it may be the other contact's: compare `identity.contact_id`.
   * @throws AppError CONTACT_UNREACHABLE if the contact has no id on the platform
   */
  async ensureFor(
    scope: CompanyScope,
    contact: Contact,
    platform: Platform,
    channel?: { _id: Types.ObjectId },
  ): Promise<Identity> {
    const inbox = channel?._id.toHexString();
    const own = await this.identities.ofContact(scope, contact._id);
    const known = own.find((identity) => identity.platform === platform && (!inbox || identity.inbox === inbox));
    if (known) return known;
    const externalId = externalIdFor(contact, platform);
    if (!externalId) throw contactUnreachable(platform);
    const address: CustomerAddress = {
      inbox: inbox ?? platformInbox(platform),
      platform,
      external_id: externalId,
      channel_id: channel?._id ?? null,
    };
    const keys = addressKeys(address);
    const existing = await this.find(scope, address, keys);
    if (existing) return existing.identity;
    const { inbox: inboxName, external_id, channel_id = null } = address;
    const fields = { inbox: inboxName, platform, external_id, keys, contact_id: contact._id, channel_id, profile: {} };
    const inserted = await this.identities.insert(scope, fields);
    const identity = inserted ?? (await this.find(scope, address, keys))?.identity;
    if (!identity) throw contactBusy();
    return identity;
  }

  /** Makes nothing. */
  async lookup(scope: CompanyScope, address: CustomerAddress): Promise<Identity | null> {
    return (await this.find(scope, address, addressKeys(address)))?.identity ?? null;
  }

  /** The latest used first. */
  ofContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<Identity[]> {
    return this.identities.ofContact(scope, contactId);
  }

  /** Contacts, as hex, that want no automatic messages: they have said so in one of their conversations. */
  async optedOutAmong(scope: CompanyScope, contactIds: readonly Types.ObjectId[]): Promise<Set<string>> {
    const identities = await this.identities.ofMany(scope, contactIds);
    return new Set(identities.filter(isOptedOut).map(({ contact_id }) => contact_id.toHexString()));
  }

  get(scope: CompanyScope, identityId: Types.ObjectId): Promise<Identity> {
    return this.identities.getById(scope, identityId);
  }

  /** A made-up name gives way to the real one. @throws AppError NOT_FOUND */
  async updateProfile(
    scope: CompanyScope,
    identityId: Types.ObjectId,
    profile: IdentityProfile,
  ): Promise<Omit<ResolvedIdentity, 'created'>> {
    const identity = await this.identities.getById(scope, identityId);
    const { inbox, platform, external_id } = identity;
    const address: CustomerAddress = { inbox, platform, external_id, profile };
    return this.settle(scope, { identity, keys: identity.keys }, address);
  }

  noteProfileCheck(scope: CompanyScope, identityId: Types.ObjectId, at: Date): Promise<void> {
    return this.identities.noteProfileCheck(scope, identityId, at);
  }

  /** Only forward. @returns null if a later end was known */
  moveWindow(scope: CompanyScope, identityId: Types.ObjectId, window: ReplyWindow): Promise<Identity | null> {
    return this.identities.moveWindow(scope, identityId, window);
  }

  /** An older choice than the stored one changes nothing. */
  recordOptIn(scope: CompanyScope, identityId: Types.ObjectId, optIn: OptIn): Promise<void> {
    return this.identities.recordOptIn(scope, identityId, optIn);
  }

  private async find(scope: CompanyScope, address: CustomerAddress, keys: readonly string[]): Promise<Found | null> {
    const found = await this.identities.findByKeys(scope, address.inbox, keys);
    // Two identities: the customer was met by each id before both came together. The identity of the id itself
    // wins; staff may merge the contacts.
    const best = found.find((identity) => identity.keys.includes(String(keys[0]))) ?? found[0];
    if (best) {
      const taken = found.filter((identity) => identity !== best).flatMap((identity) => identity.keys);
      return { identity: best, keys: keys.filter((key) => !taken.includes(key)) };
    }
    const fallback = platformInbox(address.platform);
    if (address.inbox === fallback) return null;
    const { inbox, external_id, channel_id = null } = address;
    const identity = await this.identities.adopt(scope, { inbox: fallback, keys }, { inbox, external_id, channel_id });
    return identity && { identity, keys };
  }

  /** Writes nothing when there is no news. */
  private async settle(
    scope: CompanyScope,
    found: Found,
    address: CustomerAddress,
  ): Promise<{ identity: Identity; contact: Contact }> {
    const profile = cleanProfile(address.profile);
    const learned = await this.learn(scope, found, address, profile);
    const contact = await this.contactOf(scope, learned, address);
    const current = contact._id.equals(learned.contact_id)
      ? learned
      : await this.identities.repoint(scope, learned._id, learned.contact_id, contact._id);
    const news = newsForContact(contact, address, profile);
    const isKnownPlatform = contact.platforms.includes(address.platform);
    if (isKnownPlatform && Object.keys(news).length === 0) return { identity: current ?? learned, contact };
    const enriched = await this.contacts.change(scope, contact._id, (latest) => {
      const platforms = [...new Set([...latest.platforms, address.platform])];
      return changedFields({ ...latest, platforms }, newsForContact(latest, address, profile));
    });
    return { identity: current ?? learned, contact: enriched };
  }

  private async learn(
    scope: CompanyScope,
    { identity, keys }: Found,
    address: CustomerAddress,
    profile: IdentityProfile,
  ): Promise<Identity> {
    const { platform, external_id } = identity;
    const isSameAddress = addressKey(platform, external_id) === addressKey(platform, address.external_id);
    // The latest spelling of the provider is the one to send to.
    const externalId = isSameAddress ? address.external_id : external_id;
    const isNews =
      externalId !== external_id ||
      keys.some((key) => !identity.keys.includes(key)) ||
      (Object.keys(profile) as (keyof IdentityProfile)[]).some((name) => profile[name] !== identity.profile[name]);
    if (!isNews) return identity;
    // Null: another caller made an identity with one of the keys; the next event finds both.
    return (await this.identities.learn(scope, identity._id, { keys, external_id: externalId, profile })) ?? identity;
  }

  private async contactOf(scope: CompanyScope, identity: Identity, address: CustomerAddress): Promise<Contact> {
    const contact = await this.contacts.read(scope, identity.contact_id);
    if (contact) return this.survivorOf(scope, contact);
    const input = contactFromAddress(address, { ...identity.profile, ...cleanProfile(address.profile) });
    const made = { ...newContact(input, [address.platform]), _id: identity.contact_id };
    const inserted = await this.contacts.insertIfMissing(scope, made);
    crashPoint('contact.inserted');
    return inserted;
  }

  private async findContact(scope: CompanyScope, keys: readonly string[]): Promise<Contact | null> {
    const matches = await this.contacts.findByMatchKeys(scope, keys);
    const best = matches.find((contact) => contact.merged_into === null) ?? matches[0];
    return best ? this.survivorOf(scope, best) : null;
  }

  private async survivorOf(scope: CompanyScope, contact: Contact): Promise<Contact> {
    let at = contact;
    for (let hop = 0; at.merged_into && hop < MAX_MERGE_HOPS; hop++) {
      const next = await this.contacts.read(scope, at.merged_into);
      if (!next) break;
      at = next;
    }
    return at;
  }
}

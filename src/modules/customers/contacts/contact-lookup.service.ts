import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { foldText } from '../../../core/text/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { addressKey, matchKeys } from './contact-keys.js';
import { ContactsRepository } from './contacts.repository.js';
import { withCountry } from './phone.js';
import type { Contact } from './schemas/contact.schema.js';
import { PLATFORMS } from './schemas/platform.js';

const NO_ACCOUNTS = { facebook_id: null, instagram_id: null, whatsapp_id: null, telegram_id: null };

/** What a file says about a customer. */
export interface DescribedContact {
  /** The id in PetBuddy, or of an account, such as a WhatsApp number. */
  id?: string;
  phone?: string;
  email?: string;
  /** Used only if there is no phone number and no e-mail address, and nobody has the id. */
  full_name?: string;
}

/** Finds contacts by what a file says about them. */
@Injectable()
export class ContactLookupService {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly companies: CompaniesService,
  ) {}

  /** For each description, in order, the contacts that fit. In place of a merged contact comes the one that took its place. */
  async find(scope: CompanyScope, described: readonly DescribedContact[]): Promise<Contact[][]> {
    const { country } = await this.companies.get(scope);
    const keys = described.map((one) => keysOf(one, country));
    const names = described.flatMap((one) => (isFoundByName(one) ? (one.full_name ?? []) : []));
    const ids = described.flatMap(({ id }) => (id !== undefined && isId(id) ? [new Types.ObjectId(id)] : []));
    const found = await this.contacts.findDescribed(scope, { ids, keys: keys.flat(), names: [...new Set(names)] });
    const current = await this.withMerged(scope, found);
    // Files have thousands of rows, so no row may go through all contacts.
    const byKey = indexed(found, ({ match_keys }) => match_keys);
    const byId = indexed(found, ({ _id }) => [_id.toHexString()]);
    const byName = indexed(names.length > 0 ? found : [], ({ full_name }) => [foldText(full_name)]);
    return described.map((one, place) => {
      const own = keys[place] ?? [];
      const known = own.flatMap((key) => [...(byKey.get(key) ?? []), ...(byId.get(key.toLowerCase()) ?? [])]);
      const isNamed = known.length === 0 && isFoundByName(one) && one.full_name !== undefined;
      const fits = isNamed ? (byName.get(foldText(one.full_name ?? '')) ?? []) : known;
      return distinctIds(fits.map(({ _id, merged_into }) => merged_into ?? _id)).flatMap(
        (id) => current.get(id.toHexString()) ?? [],
      );
    });
  }

  private async withMerged(scope: CompanyScope, found: readonly Contact[]): Promise<Map<string, Contact>> {
    const survivors = await this.contacts.readMany(scope, distinctIds(found.flatMap((one) => one.merged_into ?? [])));
    return new Map([...found, ...survivors].map((contact) => [contact._id.toHexString(), contact]));
  }
}

function keysOf({ id, phone, email }: DescribedContact, country: string | null): string[] {
  const number = phone === undefined ? null : withCountry(phone, country);
  const accounts = id === undefined ? [] : [id, ...PLATFORMS.map((platform) => addressKey(platform, id))];
  return [...matchKeys({ phone: number, email: email ?? null, social: NO_ACCOUNTS }), ...accounts];
}

const isId = (text: string): boolean => /^[0-9a-f]{24}$/i.test(text);

const isFoundByName = ({ phone, email }: DescribedContact): boolean => phone === undefined && email === undefined;

function indexed(contacts: readonly Contact[], keysOfContact: (contact: Contact) => readonly string[]) {
  const index = new Map<string, Contact[]>();
  for (const contact of contacts)
    for (const key of keysOfContact(contact)) {
      const known = index.get(key);
      if (known) known.push(contact);
      else index.set(key, [contact]);
    }
  return index;
}

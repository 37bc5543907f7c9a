import { isValidPhoneNumber } from 'libphonenumber-js/core';
import type { Db, Document, ObjectId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';
import { changedFields } from '../contact-fields.js';
import { normalizePhone, phoneSearchWords, withCountry } from '../phone.js';
import type { Contact } from '../schemas/contact.schema.js';
import type { MergedField } from '../schemas/contact-merge.schema.js';

const NATIONAL = { $type: 'string', $not: /^\s*(\+|00)/ };
/** A Brazilian mobile without the ninth digit, which WhatsApp keeps and the numbering plan no longer knows. */
const WITHOUT_NINTH_DIGIT = /^\+55(\d{2})([6-9]\d{7})$/;

export const phonesOfContacts: Migration = {
  name: 'phones of contacts have their country where they are valid in it',
  collection: 'contacts',
  old: { phone: NATIONAL },
  guard: 'revision',
  changes: async (db) => {
    const withCountryOf = await phoneReader(db);
    return (contact) => {
      const phone = withCountryOf(contact, contact['phone']);
      if (phone === null) return null;
      const { phone_normalized, search, match_keys } = changedFields(contact as unknown as Contact, { phone });
      return { $set: { phone, phone_normalized, search, match_keys }, $inc: { revision: 1 } };
    };
  },
};

/** An undo takes a phone back only if the survivor still has the phone that the merge wrote. */
export const phonesOfMerges: Migration = {
  name: 'merges know the phones of contacts as they are now',
  collection: 'contact_merges',
  old: { fields: { $elemMatch: { field: 'phone', after: NATIONAL } } },
  guard: 'updated_at',
  changes: async (db) => {
    const withCountryOf = await phoneReader(db);
    return (merge) => {
      const fields = merge['fields'] as MergedField[];
      const phone = withCountryOf(merge, fields.find(({ field }) => field === 'phone')?.after);
      if (phone === null) return null;
      return { $set: { fields: fields.map((one) => (one.field === 'phone' ? { ...one, after: phone } : one)) } };
    };
  },
};

export const phonesOfConversations: Migration = {
  name: 'conversations show the phones of contacts as they are now',
  collection: 'conversations',
  old: { 'contact.phone': NATIONAL },
  guard: 'updated_at',
  changes: async (db) => {
    const withCountryOf = await phoneReader(db);
    return (conversation) => {
      const phone = withCountryOf(conversation, (conversation['contact'] as { phone: string }).phone);
      if (phone === null) return null;
      return { $set: { 'contact.phone': phone }, $addToSet: { search: { $each: phoneSearchWords(phone) } } };
    };
  },
};

type PhoneReader = (document: Document, phone: unknown) => string | null;

/** @returns a reader that answers null if the number is ambiguous */
async function phoneReader(db: Db): Promise<PhoneReader> {
  const companies = await db.collection<{ _id: ObjectId; country: string | null }>('companies').find().toArray();
  const countries = new Map(companies.map(({ _id, country }) => [_id.toHexString(), country]));
  // The smaller metadata of the product take a Brazilian number without its area for a valid one.
  const { default: metadata } = await import('libphonenumber-js/max/metadata');
  return ({ company_id }, phone) => {
    const full = withCountry(String(phone), countries.get(String(company_id)) ?? null);
    const number = normalizePhone(full);
    if (full === phone || number === null) return null;
    const spellings = [number, number.replace(WITHOUT_NINTH_DIGIT, '+55$19$2')];
    return spellings.some((one) => isValidPhoneNumber(one, metadata)) ? full : null;
  };
}

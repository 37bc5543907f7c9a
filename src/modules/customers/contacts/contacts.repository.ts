import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { exceptDuplicates, isDuplicateKey } from '../../../core/errors/index.js';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  QUERY_TIMEOUT_MS,
  VersionedRepository,
} from '../../../core/tenancy/index.js';
import { prefixFilters, searchWords } from '../../../core/text/index.js';
import { Contact, type NewContact } from './schemas/contact.schema.js';
import type { Platform } from './schemas/platform.js';

const NEWEST_FIRST: KeysetOrder = { field: '_id', direction: -1 };
/** Number of tags in the list of tags; the rarest are left out. */
const MAX_TAGS = 500;
/** More contacts with one phone or mail are not suggested. */
const MAX_MATCHES = 20;
const NAMES_A_QUERY = 50;

export interface ContactFilters {
  q?: string;
  platform?: Platform;
  tag?: string;
  is_vip?: boolean;
}

export type ContactLabel = Pick<Contact, '_id' | 'full_name' | 'phone' | 'is_vip'>;

@Injectable()
export class ContactsRepository extends VersionedRepository<Contact> {
  constructor(@InjectModel(Contact.name) model: Model<Contact>) {
    super(model, 'Contact');
  }

  list(
    scope: CompanyScope,
    { q, platform, tag, is_vip }: ContactFilters,
    request: PageRequest,
  ): Promise<Page<Contact>> {
    const words = q ? prefixFilters('search', q) : [];
    const filter = {
      merged_into: null,
      ...(platform ? { platforms: platform } : {}),
      ...(tag ? { tags: tag } : {}),
      ...(is_vip === undefined ? {} : { is_vip }),
      ...(words.length > 0 ? { $and: words } : {}),
    };
    return this.page(scope, filter, NEWEST_FIRST, request);
  }

  /** The tags of all contacts with the number of their contacts, the most frequent first. */
  tagsInUse(scope: CompanyScope): Promise<{ tag: string; contacts: number }[]> {
    return this.model
      .aggregate<{ tag: string; contacts: number }>([
        { $match: this.scoped(scope, { merged_into: null, tags: { $gte: '' } }) },
        { $unwind: '$tags' },
        { $group: { _id: '$tags', contacts: { $sum: 1 } } },
        { $sort: { contacts: -1, _id: 1 } },
        { $limit: MAX_TAGS },
        { $project: { _id: 0, tag: '$_id', contacts: 1 } },
      ])
      .option({ maxTimeMS: QUERY_TIMEOUT_MS });
  }

  /** Without Mongoose: every inbound message calls it. */
  read(scope: CompanyScope, id: Types.ObjectId): Promise<Contact | null> {
    return this.collection.findOne(scope, { _id: id });
  }

  readMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Contact[]> {
    return this.collection.find(scope, { _id: { $in: ids } });
  }

  /** What a list shows of a contact; other fields are missing. */
  readLabels(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<ContactLabel[]> {
    const projection = { full_name: 1, phone: 1, is_vip: 1 };
    return this.collection.find(scope, { _id: { $in: ids } }, { projection });
  }

  findByMatchKeys(scope: CompanyScope, keys: readonly string[]): Promise<Contact[]> {
    const options = { sort: { _id: 1 as const }, limit: MAX_MATCHES };
    return this.collection.find(scope, { match_keys: { $in: keys } }, options);
  }

  /** Contacts with one of these keys, and contacts without keys that have one of these names; the oldest first. */
  async findForImport(
    scope: CompanyScope,
    keys: readonly string[],
    nameless: readonly Pick<Contact, 'full_name' | 'search'>[],
  ): Promise<Contact[]> {
    const options = { sort: { _id: 1 as const } };
    const byKey = this.collection.find(scope, { match_keys: { $in: [...keys] } }, options);
    if (nameless.length === 0) return byKey;
    const words = nameless.flatMap(({ search }) => search[0] ?? []);
    const withoutKeys = { search: { $in: words }, match_keys: [], merged_into: null };
    return [...(await byKey), ...(await this.collection.find(scope, withoutKeys, options))];
  }

  /** Contacts with one of these ids, keys or names; also merged ones. @param names full names */
  async findDescribed(
    scope: CompanyScope,
    { ids, keys, names }: { ids: readonly Types.ObjectId[]; keys: readonly string[]; names: readonly string[] },
  ): Promise<Contact[]> {
    const known = { $or: [{ _id: { $in: [...ids] } }, { match_keys: { $in: [...keys] } }] };
    const found = await this.collection.find(scope, known);
    for (let done = 0; done < names.length; done += NAMES_A_QUERY) {
      const named = names.slice(done, done + NAMES_A_QUERY).map((name) => ({ search: { $all: searchWords([name]) } }));
      found.push(...(await this.collection.find(scope, { merged_into: null, $or: named })));
    }
    return found;
  }

  /** Contacts that are there already stay as they are. */
  async insertMissing(scope: CompanyScope, contacts: readonly NewContact[]): Promise<void> {
    const now = new Date();
    const dates = { company_id: scope.companyId, created_at: now, updated_at: now };
    const documents = contacts.map((contact) => ({ ...contact, ...dates }));
    if (documents.length > 0) await exceptDuplicates(this.collection.insertMany(documents));
  }

  /** False for a contact that was changed since it was made. */
  async deleteUnchanged(scope: CompanyScope, id: Types.ObjectId): Promise<boolean> {
    const untouched = { _id: id, revision: 0, merging: null, merged_into: null };
    const { deletedCount } = await this.model.deleteOne(this.scoped(scope, untouched));
    return deletedCount === 1 || (await this.read(scope, id)) === null;
  }

  findMergedInto(scope: CompanyScope, survivorId: Types.ObjectId): Promise<Contact[]> {
    return this.collection.find(scope, { merged_into: survivorId });
  }

  withPictures(scope: CompanyScope, keys: readonly string[]): Promise<Contact[]> {
    return this.collection.find(scope, { avatar_key: { $in: [...keys] } });
  }

  /** May be called in parallel. */
  async insertIfMissing(scope: CompanyScope, { _id, ...fields }: NewContact): Promise<Contact> {
    const now = new Date();
    const insert = { $setOnInsert: { ...fields, created_at: now, updated_at: now } };
    try {
      const stored = await this.collection.findOneAndUpdate(scope, { _id }, insert, { upsert: true });
      return stored as Contact;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.getById(scope, _id);
    }
  }

  /** Reserves a contact for a merge; false if it is merged, deleted, or reserved by another merge. */
  claim(scope: CompanyScope, id: Types.ObjectId, mergeId: Types.ObjectId): Promise<boolean> {
    const free = { _id: id, merged_into: null, merging: { $in: [null, mergeId] } };
    return this.collection.updateOne(scope, free, { $set: { merging: mergeId } });
  }

  async release(scope: CompanyScope, ids: readonly Types.ObjectId[], mergeId: Types.ObjectId): Promise<void> {
    await this.collection.updateMany(scope, { _id: { $in: ids }, merging: mergeId }, { $set: { merging: null } });
  }

  async markMerged(
    scope: CompanyScope,
    id: Types.ObjectId,
    survivorId: Types.ObjectId,
    mergeId: Types.ObjectId,
  ): Promise<void> {
    const update = { $set: { merged_into: survivorId, updated_at: new Date() }, $inc: { revision: 1 } };
    await this.collection.updateOne(scope, { _id: id, merging: mergeId }, update);
  }

  async unmarkMerged(scope: CompanyScope, id: Types.ObjectId, survivorId: Types.ObjectId): Promise<void> {
    const update = { $set: { merged_into: null, updated_at: new Date() }, $inc: { revision: 1 } };
    await this.collection.updateOne(scope, { _id: id, merged_into: survivorId }, update);
  }

  async deleteUnlessMerging(scope: CompanyScope, id: Types.ObjectId): Promise<boolean> {
    const { deletedCount } = await this.model.deleteOne(this.scoped(scope, { _id: id, merging: null }));
    return deletedCount === 1;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { Contact } from './schemas/contact.schema.js';

/** The tags that contacts got, until somebody has acted on them. */
@Injectable()
export class AddedTagsRepository extends TenantRepository<Contact> {
  constructor(@InjectModel(Contact.name) model: Model<Contact>) {
    super(model, 'Contact');
  }

  /** Contacts of any company with such tags, the oldest first. */
  waiting(limit: number): Promise<Pick<Contact, '_id' | 'company_id'>[]> {
    const options = { sort: { 'added_tags.at': 1 as const }, limit, projection: { company_id: 1 } };
    return this.collection.findAcrossCompanies('run flows', { added_tags: { $exists: true } }, options);
  }

  /** @returns null for a contact without such tags */
  of(scope: CompanyScope, id: Types.ObjectId): Promise<Contact | null> {
    return this.collection.findOne(scope, { _id: id, added_tags: { $exists: true } });
  }

  /** If the contact got another tag meanwhile, all stay, and are read again. */
  async forget(scope: CompanyScope, { _id, added_tags = [] }: Contact): Promise<void> {
    const isSame = { added_tags: { $size: added_tags.length }, 'added_tags.id': added_tags.at(-1)?.id };
    await this.collection.updateOne(scope, { _id, ...isSame }, { $unset: { added_tags: true } });
  }
}

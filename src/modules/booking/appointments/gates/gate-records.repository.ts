import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  TenantRepository,
} from '../../../../core/tenancy/index.js';
import { ContactDocuments } from '../../../customers/contacts/index.js';
import { Agreement, PetClearance } from './gate-records.schema.js';

const NEWEST_FIRST: KeysetOrder = { field: '_id', direction: -1 };

/** Gate names are compared by this key. */
export const gateKey = (name: string): string => name.trim().toLowerCase();

@Injectable()
export class AgreementsRepository extends TenantRepository<Agreement> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(Agreement.name) model: Model<Agreement>) {
    super(model, 'Agreement');
  }

  record(scope: CompanyScope, fields: Pick<Agreement, '_id'> & Partial<Agreement>): Promise<Agreement> {
    return existingOnDuplicate(this.create(scope, fields), () => this.getById(scope, fields._id));
  }

  listOf(scope: CompanyScope, contact_id: Types.ObjectId, request: PageRequest): Promise<Page<Agreement>> {
    return this.page(scope, { contact_id }, NEWEST_FIRST, request);
  }

  async keysOf(scope: CompanyScope, contact_id: Types.ObjectId): Promise<Set<string>> {
    const found = await this.collection.find(scope, { contact_id }, { projection: { key: 1 } });
    return new Set(found.map(({ key }) => key));
  }
}

@Injectable()
export class PetClearancesRepository extends TenantRepository<PetClearance> {
  constructor(@InjectModel(PetClearance.name) model: Model<PetClearance>) {
    super(model, 'Clearance');
  }

  record(scope: CompanyScope, fields: Pick<PetClearance, '_id'> & Partial<PetClearance>): Promise<PetClearance> {
    return existingOnDuplicate(this.create(scope, fields), () => this.getById(scope, fields._id));
  }

  listOf(scope: CompanyScope, pet_id: Types.ObjectId, request: PageRequest): Promise<Page<PetClearance>> {
    return this.page(scope, { pet_id }, NEWEST_FIRST, request);
  }

  ofPets(scope: CompanyScope, petIds: readonly Types.ObjectId[]): Promise<PetClearance[]> {
    return this.collection.find(scope, { pet_id: { $in: [...petIds] } });
  }
}

async function existingOnDuplicate<T>(created: Promise<T>, known: () => Promise<T>): Promise<T> {
  try {
    return await created;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return known();
  }
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  VersionedRepository,
} from '../../../core/tenancy/index.js';
import { prefixFilters } from '../../../core/text/index.js';
import { ContactDocuments, type ShownPet } from '../contacts/index.js';
import { Pet } from './schemas/pet.schema.js';

const NEWEST_FIRST: KeysetOrder = { field: '_id', direction: -1 };

export type PetLabel = Pick<Pet, '_id' | 'name' | 'species' | 'allergies' | 'temperament'>;

export interface PetFilters {
  contact_id?: Types.ObjectId;
  q?: string;
}

@Injectable()
export class PetsRepository extends VersionedRepository<Pet> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(Pet.name) model: Model<Pet>) {
    super(model, 'Pet');
  }

  list(scope: CompanyScope, { contact_id, q }: PetFilters, request: PageRequest): Promise<Page<Pet>> {
    const words = q ? prefixFilters('search', q) : [];
    const filter = { ...(contact_id ? { contact_id } : {}), ...(words.length > 0 ? { $and: words } : {}) };
    return this.page(scope, filter, NEWEST_FIRST, request);
  }

  /** The newest first. */
  shownOf(scope: CompanyScope, contactIds: readonly Types.ObjectId[]): Promise<ShownPet[]> {
    const options = { projection: { contact_id: 1, name: 1, species: 1 }, sort: { _id: -1 as const } };
    return this.collection.find(scope, { contact_id: { $in: contactIds } }, options);
  }

  findMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Pet[]> {
    return this.collection.find(scope, { _id: { $in: ids } });
  }

  /** What a list shows of a pet; other fields are missing. */
  readLabels(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<PetLabel[]> {
    const projection = { name: 1, species: 1, allergies: 1, temperament: 1 };
    return this.collection.find(scope, { _id: { $in: ids } }, { projection });
  }
}

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
import { exceptDuplicates } from '../../../core/errors/index.js';
import { prefixFilters } from '../../../core/text/index.js';
import { ContactDocuments, type ShownPet } from '../contacts/index.js';
import { type NewPet, Pet } from './schemas/pet.schema.js';

const NEWEST_FIRST: KeysetOrder = { field: '_id', direction: -1 };

/** What people who work with the pet have to know. */
export type PetLabel = Pick<
  Pet,
  '_id' | 'name' | 'species' | 'breed' | 'weight_kg' | 'coat' | 'allergies' | 'temperament' | 'notes'
>;

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

  /** The oldest first. */
  ofMany(scope: CompanyScope, contactIds: readonly Types.ObjectId[]): Promise<Pet[]> {
    return this.collection.find(scope, { contact_id: { $in: contactIds } }, { sort: { _id: 1 } });
  }

  /** Pets that are there already stay as they are. */
  async insertMissing(pets: readonly NewPet[]): Promise<void> {
    const now = new Date();
    const documents = pets.map((pet) => ({ ...pet, created_at: now, updated_at: now }));
    if (documents.length > 0) await exceptDuplicates(this.collection.insertMany(documents));
  }

  /** False for a pet that was changed since this version. */
  async deleteAtVersion(scope: CompanyScope, id: Types.ObjectId, version: number): Promise<boolean> {
    const { deletedCount } = await this.model.deleteOne(this.scoped(scope, { _id: id, revision: version }));
    return deletedCount === 1 || (await this.findById(scope, id)) === null;
  }

  /** Pets with a vaccination whose last valid day lies in a period; both days are included. */
  withVaccinationEnding(scope: CompanyScope, from: string, to: string): Promise<Pet[]> {
    return this.collection.find(scope, { vaccination_ends: { $elemMatch: { $gte: from, $lte: to } } });
  }

  findMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Pet[]> {
    return this.collection.find(scope, { _id: { $in: ids } });
  }

  /** What a list shows of a pet; other fields are missing. */
  readLabels(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<PetLabel[]> {
    const projection = {
      name: 1,
      species: 1,
      breed: 1,
      weight_kg: 1,
      coat: 1,
      allergies: 1,
      temperament: 1,
      notes: 1,
    };
    return this.collection.find(scope, { _id: { $in: ids } }, { projection });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { EventBus } from '../../../core/events/index.js';
import { type CompanyScope, distinctIds, type Page, type PageRequest } from '../../../core/tenancy/index.js';
import { searchWords } from '../../../core/text/index.js';
import { ContactParticipantRegistry, ContactsService, ShownPets } from '../contacts/index.js';
import { PetUseRegistry } from './pet-use-registry.js';
import { type PetFilters, type PetLabel, PetsRepository } from './pets.repository.js';
import type { NewPet, Pet, Vaccination } from './schemas/pet.schema.js';
import { vaccinationEnds } from './vaccination-ends.js';

export type PetInput = Partial<
  Omit<
    Pet,
    '_id' | 'company_id' | 'created_at' | 'updated_at' | 'search' | 'vaccination_ends' | 'merge_marks' | 'revision'
  >
>;

@Injectable()
export class PetsService implements OnModuleInit {
  constructor(
    private readonly pets: PetsRepository,
    private readonly contacts: ContactsService,
    private readonly participants: ContactParticipantRegistry,
    private readonly uses: PetUseRegistry,
    private readonly shown: ShownPets,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.participants.register('pets', this.pets.ofContacts);
    this.shown.provide((scope, contactIds) => this.pets.shownOf(scope, contactIds));
  }

  list(scope: CompanyScope, filters: PetFilters, page: PageRequest): Promise<Page<Pet>> {
    return this.pets.list(scope, filters, page);
  }

  async listOfContact(scope: CompanyScope, contactId: Types.ObjectId, page: PageRequest): Promise<Page<Pet>> {
    await this.contacts.get(scope, contactId);
    return this.pets.list(scope, { contact_id: contactId }, page);
  }

  /** The names of the owners of these pets by the hex id of the contact. */
  async ownerNames(scope: CompanyScope, pets: readonly Pet[]): Promise<Map<string, string>> {
    const owners = await this.contacts.getMany(scope, distinctIds(pets.map(({ contact_id }) => contact_id)));
    return new Map(owners.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
  }

  get(scope: CompanyScope, id: Types.ObjectId): Promise<Pet> {
    return this.pets.getById(scope, id);
  }

  /** In no order; other ids are left out. */
  getMany(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<Pet[]> {
    return this.pets.findMany(scope, ids);
  }

  /** Pets with a current vaccination whose last valid day (YYYY-MM-DD) lies in a period; both days are included. */
  withVaccinationEnding(scope: CompanyScope, from: string, to: string): Promise<Pet[]> {
    return this.pets.withVaccinationEnding(scope, from, to);
  }

  /** Names and warnings for lists, in no order; other ids are left out. */
  labelsOf(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<PetLabel[]> {
    return this.pets.readLabels(scope, ids);
  }

  /** @throws AppError NOT_FOUND | CONTACT_MERGED for the contact */
  async create(scope: CompanyScope, input: PetInput & Pick<Pet, 'contact_id' | 'name'>): Promise<Pet> {
    await this.contacts.getCurrent(scope, input.contact_id);
    return this.changed(scope, await this.pets.create(scope, { ...input, ...derivedFields(input) }));
  }

  /**
   * Fields that are left out stay.
   * @param version the version that the pet must still have
   * @throws AppError NOT_FOUND | CONTACT_MERGED | VERSION_MISMATCH
   */
  async update(scope: CompanyScope, id: Types.ObjectId, input: PetInput, version?: number): Promise<Pet> {
    if (input.contact_id) await this.contacts.getCurrent(scope, input.contact_id);
    let before: Pet | undefined;
    const changed = await this.pets.change(
      scope,
      id,
      (pet) => {
        before = pet;
        return { ...input, ...derivedFields({ ...pet, ...input }) };
      },
      version,
    );
    if (before && !before.contact_id.equals(changed.contact_id)) this.changed(scope, before);
    return this.changed(scope, changed);
  }

  /** The stored form of a pet whose id is known. */
  newPet(scope: CompanyScope, input: PetInput & Pick<Pet, '_id' | 'contact_id' | 'name'>): NewPet {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as typeof input;
    return { ...BLANK_PET, ...given, ...derivedFields(input), company_id: scope.companyId };
  }

  /** @throws AppError NOT_FOUND | VERSION_MISMATCH */
  async changeVaccinations(
    scope: CompanyScope,
    id: Types.ObjectId,
    change: (known: Vaccination[]) => Vaccination[],
    version?: number,
  ): Promise<void> {
    const changed = await this.pets.change(
      scope,
      id,
      (pet) => {
        const vaccinations = change(pet.vaccinations);
        if (vaccinations.length === pet.vaccinations.length) return {};
        return { vaccinations, ...derivedFields({ ...pet, vaccinations }) };
      },
      version,
    );
    this.changed(scope, changed);
  }

  /** Tells other modules that a pet was made or changed. */
  announce(scope: CompanyScope, { _id, contact_id }: Pick<Pet, '_id' | 'contact_id'>): void {
    const ids = { contactId: contact_id.toHexString(), petId: _id.toHexString() };
    this.bus.emit('pets.changed', { companyId: scope.id, ...ids, deleted: false });
  }

  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.uses.assertUnused(scope, id);
    this.changed(scope, await this.pets.deleteById(scope, id), true);
  }

  private changed(scope: CompanyScope, pet: Pet, deleted = false): Pet {
    const ids = { contactId: pet.contact_id.toHexString(), petId: pet._id.toHexString() };
    this.bus.emit('pets.changed', { companyId: scope.id, ...ids, deleted });
    return pet;
  }
}

const BLANK_PET = {
  species: null,
  breed: null,
  birth_date: null,
  weight_kg: null,
  sex: 'unknown' as const,
  coat: null,
  allergies: [],
  temperament: [],
  vaccinations: [],
  photo_url: null,
  notes: null,
  merge_marks: [],
  revision: 0,
};

function derivedFields({
  name,
  species,
  breed,
  vaccinations = [],
}: PetInput): Pick<Pet, 'search' | 'vaccination_ends'> {
  return { search: searchWords([name, species, breed]), vaccination_ends: vaccinationEnds(vaccinations) };
}

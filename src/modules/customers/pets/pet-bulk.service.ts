import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { PetUseRegistry } from './pet-use-registry.js';
import { PetsRepository } from './pets.repository.js';
import { type PetInput, PetsService } from './pets.service.js';
import type { Pet, Vaccination } from './schemas/pet.schema.js';

/** Adds and removes pets by the hundred, for imports. Every method may be repeated. */
@Injectable()
export class PetBulkService {
  constructor(
    private readonly pets: PetsRepository,
    private readonly service: PetsService,
    private readonly uses: PetUseRegistry,
  ) {}

  ofContacts(scope: CompanyScope, contactIds: readonly Types.ObjectId[]): Promise<Pet[]> {
    return this.pets.ofMany(scope, contactIds);
  }

  /** Announces only pets of contacts that others know already. */
  async insertMissing(
    scope: CompanyScope,
    pets: readonly (PetInput & Pick<Pet, '_id' | 'contact_id' | 'name'>)[],
    isKnown: (contactId: Types.ObjectId) => boolean,
  ): Promise<void> {
    await this.pets.insertMissing(pets.map((pet) => this.service.newPet(scope, pet)));
    for (const { _id, contact_id } of pets) if (isKnown(contact_id)) this.service.announce(scope, { _id, contact_id });
  }

  /** Adds the vaccinations that the pet does not have yet. */
  async addVaccinations(scope: CompanyScope, id: Types.ObjectId, added: readonly Vaccination[]): Promise<void> {
    await this.service.changeVaccinations(scope, id, (known) => withVaccinations(known, added));
  }

  /** Removes vaccinations from a pet that nobody has changed since; false if the pet stays as it is. */
  async removeVaccinations(
    scope: CompanyScope,
    id: Types.ObjectId,
    removed: readonly Vaccination[],
    version: number,
  ): Promise<boolean> {
    const isRemoved = (one: Vaccination): boolean => removed.some((other) => isSame(one, other));
    const change = this.service.changeVaccinations(
      scope,
      id,
      (known) => known.filter((one) => !isRemoved(one)),
      version,
    );
    return succeeds(change);
  }

  /** Deletes a pet that nobody has changed since and nothing uses; false if it stays. */
  async deleteUntouched(scope: CompanyScope, id: Types.ObjectId, version: number): Promise<boolean> {
    if (!(await succeeds(this.uses.assertUnused(scope, id)))) return false;
    return this.pets.deleteAtVersion(scope, id, version);
  }
}

/** The known vaccinations, and those of the others that are new. */
export function withVaccinations(known: readonly Vaccination[], added: readonly Vaccination[]): Vaccination[] {
  return [...known, ...newVaccinations(known, added)];
}

export function newVaccinations(known: readonly Vaccination[], added: readonly Vaccination[]): Vaccination[] {
  return added.filter(
    (one, place) =>
      !known.some((other) => isSame(one, other)) && added.findIndex((other) => isSame(one, other)) === place,
  );
}

const isSame = (a: Vaccination, b: Vaccination): boolean =>
  a.name.toLowerCase() === b.name.toLowerCase() && a.given_on === b.given_on && a.expires_on === b.expires_on;

/** False for a refusal. */
async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

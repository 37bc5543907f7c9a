import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, distinctIds, toObjectId } from '../../../../core/tenancy/index.js';
import { petOfAnotherContact } from '../../../booking/appointments/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { type Pet, PetsService } from '../../../customers/pets/index.js';
import { factValue, valueKey } from './fact-values.js';
import { FIELDS_OF_PETS, type MemoryFact, type MemoryField } from './memory-fact.schema.js';
import { type FactFields, MemoryRepository, sourceOfStaff } from './memory.repository.js';

export interface NewFact {
  readonly field: MemoryField;
  readonly value: string;
  /** Hex. */
  readonly pet_id?: string | null;
  readonly expires_at?: Date | null;
}

export interface FactChange {
  readonly value?: string;
  readonly status?: 'active';
  readonly expires_at?: Date | null;
}

/** A fact with the name of its pet. */
export interface NamedFact {
  readonly fact: MemoryFact;
  readonly pet: Pick<Pet, '_id' | 'name'> | null;
}

/** What staff see and change of the memory. */
@Injectable()
export class MemoryService {
  constructor(
    private readonly facts: MemoryRepository,
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
  ) {}

  /** The oldest first. @throws AppError NOT_FOUND for the contact */
  async list(scope: CompanyScope, contactId: Types.ObjectId): Promise<NamedFact[]> {
    await this.contacts.get(scope, contactId);
    const facts = await this.facts.ofContact(scope, contactId);
    const pets = await this.pets.getMany(scope, distinctIds(facts.flatMap(({ pet_id }) => pet_id ?? [])));
    const named = facts.map((fact) => ({ fact, pet: pets.find(({ _id }) => fact.pet_id?.equals(_id)) ?? null }));
    // A process may have ended between the deletion of a pet and that of its facts.
    const gone = named.flatMap(({ fact, pet }) => (fact.pet_id && !pet ? [fact.pet_id] : []));
    await this.facts.removeOfPets(scope, gone);
    return named.filter(({ fact, pet }) => fact.pet_id === null || pet !== null);
  }

  /** The same fact again is only renewed. @throws AppError NOT_FOUND | CONTACT_MERGED | PET_OF_ANOTHER_CONTACT | TOO_MANY_FACTS | VALIDATION_ERROR */
  async add(scope: CompanyScope, by: Principal, contactId: Types.ObjectId, input: NewFact): Promise<NamedFact> {
    const { field, pet_id, expires_at = null } = input;
    await this.contacts.getCurrent(scope, contactId);
    const pet = pet_id ? await this.pets.get(scope, toObjectId(pet_id, 'pet_id')) : null;
    if (pet && !pet.contact_id.equals(contactId)) throw petOfAnotherContact();
    if (!pet && FIELDS_OF_PETS.some((one) => one === field))
      throw AppError.validation([{ field: 'pet_id', message: `pet_id is needed for the field ${field}` }]);
    const value = validValue(field, input.value);
    const key = { contact_id: contactId, pet_id: pet?._id ?? null, field, value_key: valueKey(field, value) };
    const fact = await this.facts.save(scope, key, { value, expires_at, ...certainBy(by) }, 'active');
    return { fact, pet };
  }

  /** A new value makes staff the source of the fact. @throws AppError NOT_FOUND | VALIDATION_ERROR */
  async change(
    scope: CompanyScope,
    by: Principal,
    contactId: Types.ObjectId,
    id: Types.ObjectId,
    { value: text, status, expires_at }: FactChange,
  ): Promise<NamedFact> {
    const fact = await this.facts.getOfContact(scope, contactId, id);
    const value = text === undefined ? undefined : validValue(fact.field, text);
    const changed = await this.facts.change(scope, fact, {
      ...(value === undefined ? {} : { value, value_key: valueKey(fact.field, value), ...certainBy(by) }),
      ...(status === undefined ? {} : { status, confidence: 1 }),
      ...(expires_at === undefined ? {} : { expires_at }),
    });
    const [pet = null] = fact.pet_id ? await this.pets.getMany(scope, [fact.pet_id]) : [];
    return { fact: changed, pet };
  }

  /** @throws AppError NOT_FOUND */
  remove(scope: CompanyScope, contactId: Types.ObjectId, id: Types.ObjectId): Promise<void> {
    return this.facts.removeOfContact(scope, contactId, id);
  }
}

/** Nobody has to approve what staff say. */
function certainBy({ userId, keyName }: Principal): Pick<FactFields, 'status' | 'confidence' | 'source'> {
  return { status: 'active', confidence: 1, source: sourceOfStaff(new Types.ObjectId(userId), keyName) };
}

/** @throws AppError VALIDATION_ERROR */
function validValue(field: MemoryField, text: string): string {
  const value = factValue(field, text);
  if (value !== null) return value;
  throw AppError.validation([{ field: 'value', message: `value is not a valid ${field}; weights are in kilograms` }]);
}

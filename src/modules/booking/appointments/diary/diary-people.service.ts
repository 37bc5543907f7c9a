import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { mayUse, type Principal } from '../../../../core/auth-guards/index.js';
import { type CompanyScope, distinctIds } from '../../../../core/tenancy/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { PetsService } from '../../../customers/pets/index.js';
import type { DiaryContact, DiaryPet } from './diary.types.js';

interface HasPeople {
  contact_id: Types.ObjectId | null;
  pet_ids: Types.ObjectId[];
}

/** Customers and pets of a list, by hex id. */
export interface DiaryPeople {
  contacts: ReadonlyMap<string, DiaryContact>;
  pets: ReadonlyMap<string, DiaryPet>;
}

/** Reads the customers and pets of appointments or waitlist entries, by two queries for the whole list. */
@Injectable()
export class DiaryPeopleService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
  ) {}

  /** Leaves out customers and pets that the reader may not see. */
  async peopleOf(scope: CompanyScope, reader: Principal, rows: readonly HasPeople[]): Promise<DiaryPeople> {
    const contactIds = mayUse(reader, 'contacts:read') ? rows.flatMap(({ contact_id }) => contact_id ?? []) : [];
    const petIds = mayUse(reader, 'pets:read') ? rows.flatMap(({ pet_ids }) => pet_ids) : [];
    const [contacts, pets] = await Promise.all([
      this.contacts.labelsOf(scope, distinctIds(contactIds)),
      this.pets.labelsOf(scope, distinctIds(petIds)),
    ]);
    return { contacts: byHexId(contacts), pets: byHexId(pets) };
  }
}

function byHexId<T extends { _id: Types.ObjectId }>(
  labels: readonly T[],
): Map<string, Omit<T, '_id'> & { _id: string }> {
  return new Map(labels.map((label) => [label._id.toHexString(), { ...label, _id: label._id.toHexString() }]));
}

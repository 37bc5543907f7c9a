import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { foldText } from '../../../core/text/index.js';
import { ContactBulkService, type NewContact } from '../contacts/index.js';
import { newVaccinations, type Pet, PetBulkService } from '../pets/index.js';
import { idOfRow } from './row-ids.js';
import type { NumberedRow } from './import-kind.js';
import type { ReadRow } from './row-reader.js';
import { type CustomerImport, type RowPlan, rowPlan } from './schemas/customer-import.schema.js';

export type MakeContact = (id: Types.ObjectId, input: ReadRow['contact']) => NewContact;

type PlannedPet = Pick<Pet, '_id' | 'vaccinations' | 'revision'> & { isNew: boolean; hasChanged: boolean };

/** Decides what happens with the rows of a batch: which contacts and pets are new, and which are known. */
@Injectable()
export class RowPlannerService {
  constructor(
    private readonly contacts: ContactBulkService,
    private readonly pets: PetBulkService,
  ) {}

  async plan(
    scope: CompanyScope,
    source: CustomerImport,
    rows: readonly NumberedRow<ReadRow>[],
    make: MakeContact,
  ): Promise<RowPlan[]> {
    const wanted = rows.flatMap(({ row, read }) =>
      read ? [{ row, contact: make(idOfRow(source, row, 'contact'), read.contact) }] : [],
    );
    const stored = await this.contacts.findMatches(
      scope,
      wanted.map(({ contact }) => contact),
    );
    const people = new People(stored);
    const owners = new Map(wanted.map(({ row, contact }) => [row, people.find(contact)._id]));
    const pets = new PetsOfOwners(await this.pets.ofContacts(scope, distinctIds([...owners.values()])));
    const plans = rows.map(({ row, read, problems }): RowPlan => {
      const owner = owners.get(row);
      if (!read || !owner) return rowPlan({ row, problems });
      const is_new_contact = owner.equals(idOfRow(source, row, 'contact'));
      const pet = pets.take(owner, read, idOfRow(source, row, 'pet'));
      return rowPlan({ row, contact_id: owner, is_new_contact, ...pet });
    });
    return plans.map((plan) => ({ ...plan, pet_version: pets.versionAfter(plan) }));
  }
}

type Person = Pick<NewContact, '_id' | 'match_keys' | 'full_name'>;

/** People by phone, e-mail and account; those without any of them by name. */
class People {
  private readonly byKey = new Map<string, Person>();

  constructor(known: readonly Person[]) {
    known.forEach((person) => this.add(person));
  }

  /** The known person, or the wanted one, who is known from now on. */
  find(wanted: Person): Person {
    const known = keysOf(wanted).flatMap((key) => this.byKey.get(key) ?? [])[0];
    this.add(known ? { ...known, match_keys: wanted.match_keys } : wanted);
    return known ?? wanted;
  }

  private add(person: Person): void {
    for (const key of keysOf(person)) if (!this.byKey.has(key)) this.byKey.set(key, person);
  }
}

const keysOf = ({ match_keys, full_name }: Person): readonly string[] =>
  match_keys.length > 0 ? match_keys : [`name:${foldText(full_name)}`];

/** The pets of the people of a batch, by owner and name. */
class PetsOfOwners {
  private readonly byName = new Map<string, PlannedPet>();
  private readonly byId = new Map<string, PlannedPet>();

  constructor(stored: readonly Pet[]) {
    for (const pet of stored) this.add(pet.contact_id, pet.name, { ...pet, isNew: false, hasChanged: false });
  }

  /** The stored pet of this name, or a new one. */
  take(
    owner: Types.ObjectId,
    { pet: wanted, vaccinations }: ReadRow,
    newId: Types.ObjectId,
  ): Pick<RowPlan, 'pet_id' | 'is_new_pet' | 'vaccinations'> {
    if (!wanted) return { pet_id: null, is_new_pet: false, vaccinations: [] };
    const known = this.byName.get(nameKey(owner, wanted.name));
    const added = newVaccinations(known?.vaccinations ?? [], vaccinations);
    const pet = known ?? { _id: newId, vaccinations: [], revision: 0, isNew: true, hasChanged: false };
    pet.vaccinations = [...pet.vaccinations, ...added];
    pet.hasChanged ||= !pet.isNew && added.length > 0;
    if (!known) this.add(owner, wanted.name, pet);
    return { pet_id: pet._id, is_new_pet: !known, vaccinations: added };
  }

  /** A batch changes a stored pet once, whatever the number of its rows. */
  versionAfter({ pet_id }: RowPlan): number | null {
    const pet = pet_id && this.byId.get(pet_id.toHexString());
    return pet ? pet.revision + (pet.hasChanged ? 1 : 0) : null;
  }

  private add(owner: Types.ObjectId, name: string, pet: PlannedPet): void {
    const key = nameKey(owner, name);
    if (!this.byName.has(key)) this.byName.set(key, pet);
    this.byId.set(pet._id.toHexString(), pet);
  }
}

const nameKey = (owner: Types.ObjectId, name: string): string => `${owner.toHexString()} ${foldText(name)}`;

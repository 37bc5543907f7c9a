import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';

/** A pet as the list of contacts shows it. */
export interface ShownPet {
  _id: Types.ObjectId;
  contact_id: Types.ObjectId;
  name: string;
  species: string | null;
}

/** @returns the pets of these contacts, the newest first */
export type ReadPets = (scope: CompanyScope, contactIds: readonly Types.ObjectId[]) => Promise<ShownPet[]>;

/** The pets of contacts. The pets module, which uses this one, provides them in its `onModuleInit`. */
@Injectable()
export class ShownPets {
  private read: ReadPets = () => Promise.resolve([]);

  provide(read: ReadPets): void {
    this.read = read;
  }

  /** The pets of each contact by the hex id of the contact; a contact without pets is left out. */
  async ofContacts(scope: CompanyScope, contactIds: readonly Types.ObjectId[]): Promise<Map<string, ShownPet[]>> {
    const pets = contactIds.length === 0 ? [] : await this.read(scope, contactIds);
    return Map.groupBy(pets, ({ contact_id }) => contact_id.toHexString());
  }
}

import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';

/** Staff have seen a proof, for instance of a vet, in place of a vaccination. */
export interface Clearance {
  pet_id: Types.ObjectId;
  name: string;
  /** Last valid day, YYYY-MM-DD; null: no end. */
  valid_until: string | null;
}

export type ReadClearances = (scope: CompanyScope, petIds: readonly Types.ObjectId[]) => Promise<Clearance[]>;

/** The clearances of pets. The module that stores them, which uses this one, provides them in its `onModuleInit`. */
@Injectable()
export class KnownClearances {
  private read: ReadClearances = () => Promise.resolve([]);

  provide(read: ReadClearances): void {
    this.read = read;
  }

  /** The clearances of each pet by the hex id of the pet; a pet without clearances is left out. */
  async ofPets(scope: CompanyScope, petIds: readonly Types.ObjectId[]): Promise<Map<string, Clearance[]>> {
    const clearances = petIds.length === 0 ? [] : await this.read(scope, petIds);
    return Map.groupBy(clearances, ({ pet_id }) => pet_id.toHexString());
  }
}

import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';

type IsUsed = (scope: CompanyScope, petId: Types.ObjectId) => Promise<boolean>;

/** Modules register their uses of a pet in `onModuleInit`; a pet in use cannot be deleted. */
@Injectable()
export class PetUseRegistry {
  private readonly uses = new Map<string, IsUsed>();

  /** @param what uses the pet, in the plural @throws Error if it is registered already */
  register(what: string, isUsed: IsUsed): void {
    if (this.uses.has(what)) throw new Error(`The pet use "${what}" is registered twice`);
    this.uses.set(what, isUsed);
  }

  async assertUnused(scope: CompanyScope, petId: Types.ObjectId): Promise<void> {
    for (const [what, isUsed] of this.uses)
      if (await isUsed(scope, petId))
        throw AppError.conflict('IN_USE', `The pet has ${what}; cancel or finish them first`);
  }
}

import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../companies/index.js';
import type { User } from './schemas/user.schema.js';
import { countsAsOwner } from './user-rules.js';
import { UsersRepository } from './users.repository.js';

/**
 * Keeps at least one owner in every company. The company's `owner_ids` may lack an owner for a moment, never hold
 * somebody who is none: an owner is taken out before losing the role, and put in after getting it.
 */
@Injectable()
export class OwnershipService {
  constructor(
    private readonly users: UsersRepository,
    private readonly companies: CompaniesService,
  ) {}

  /** @throws AppError LAST_OWNER when the change would leave the company without an owner */
  async beforeChange(scope: CompanyScope, user: User, next: Pick<User, 'role' | 'state'>): Promise<void> {
    if (countsAsOwner(user) && !countsAsOwner(next)) await this.companies.releaseOwner(scope, user._id);
  }

  /** Brings `owner_ids` in line with what is stored now, also when the change was lost to another one. */
  async afterChange(scope: CompanyScope, id: User['_id']): Promise<void> {
    if (await this.counts(scope, id)) await this.companies.addOwner(scope, id);
    // Read again: who lost the role between the first read and the write must not stay in.
    if (!(await this.counts(scope, id))) await this.companies.removeOwner(scope, id);
  }

  private async counts(scope: CompanyScope, id: User['_id']): Promise<boolean> {
    return countsAsOwner(await this.users.getById(scope, id));
  }
}

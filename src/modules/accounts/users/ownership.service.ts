import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../companies/index.js';
import type { User } from './schemas/user.schema.js';
import { countsAsOwner } from './user-rules.js';
import { UsersRepository } from './users.repository.js';

/**
 * Keeps at least one owner in every company. `owner_ids` may lack an owner for a moment but never holds another
 * user: an owner is removed before the role is lost, and added after it is given.
 */
@Injectable()
export class OwnershipService {
  constructor(
    private readonly users: UsersRepository,
    private readonly companies: CompaniesService,
  ) {}

  /** @throws AppError LAST_OWNER if the change would leave the company without an owner */
  async beforeChange(scope: CompanyScope, user: User, next: Pick<User, 'role' | 'state'>): Promise<void> {
    if (countsAsOwner(user) && !countsAsOwner(next)) await this.companies.releaseOwner(scope, user._id);
  }

  /** Corrects `owner_ids` by the stored user, also when another change has won. */
  async afterChange(scope: CompanyScope, id: User['_id']): Promise<void> {
    if (await this.counts(scope, id)) await this.companies.addOwner(scope, id);
    // Read again: the user may have lost the role between the first read and the write.
    if (!(await this.counts(scope, id))) await this.companies.removeOwner(scope, id);
  }

  private async counts(scope: CompanyScope, id: User['_id']): Promise<boolean> {
    return countsAsOwner(await this.users.getById(scope, id));
  }
}

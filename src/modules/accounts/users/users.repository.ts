import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, UpdateQuery } from 'mongoose';
import { refuseDuplicate } from '../../../core/errors/index.js';
import {
  atVersion,
  type CompanyScope,
  type IdLike,
  type Page,
  type PageRequest,
  QUERY_TIMEOUT_MS,
  TenantRepository,
  toObjectId,
} from '../../../core/tenancy/index.js';
import { User } from './schemas/user.schema.js';
import { emailTaken, userNotFound } from './users.errors.js';

const OLDEST_FIRST = { field: '_id', direction: 1 } as const;

@Injectable()
export class UsersRepository extends TenantRepository<User> {
  constructor(@InjectModel(User.name) model: Model<User>) {
    super(model, 'User');
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<User>> {
    return this.page(scope, { state: { $ne: 'deleted' } }, OLDEST_FIRST, request);
  }

  async getExisting(scope: CompanyScope, id: IdLike): Promise<User> {
    const user = await this.getById(scope, id);
    if (user.state === 'deleted') throw userNotFound();
    return user;
  }

  add(scope: CompanyScope, fields: Pick<User, 'email' | 'full_name' | 'role' | 'state' | 'locale'>): Promise<User> {
    return refuseDuplicate(this.create(scope, fields), emailTaken);
  }

  /**
   * @param seen the user is updated only while role, state and password are still these
   * @param version the version that the user must still have
   * @returns null if they are not
   */
  updateUnchanged(scope: CompanyScope, seen: User, update: UpdateQuery<User>, version?: number): Promise<User | null> {
    const { _id, role, state, password_hash } = seen;
    const filter = { _id, role, state, password_hash, ...atVersion(version) };
    return this.updateOne(scope, filter, { ...update, $inc: { ...update.$inc, revision: 1 } });
  }

  /** @returns the user before the change @throws AppError NOT_FOUND */
  async replaceAvatar(scope: CompanyScope, id: IdLike, key: string | null): Promise<User> {
    const before = await this.model
      .findOneAndUpdate(this.scoped(scope, { _id: toObjectId(id) }), { $set: { avatar_key: key } })
      .lean<User>()
      .maxTimeMS(QUERY_TIMEOUT_MS);
    if (!before) throw userNotFound();
    return before;
  }
}

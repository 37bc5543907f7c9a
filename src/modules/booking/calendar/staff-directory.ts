import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { AccountsRepository, type User } from '../../accounts/users/index.js';
import { staffNotFound } from './calendar.errors.js';

@Injectable()
export class StaffDirectory {
  constructor(private readonly accounts: AccountsRepository) {}

  /** Active people. */
  async people(scope: CompanyScope): Promise<Pick<User, '_id' | 'full_name' | 'email'>[]> {
    return (await this.accounts.colleagues(scope)).filter(({ state }) => state !== 'disabled');
  }

  /** Full names of active people by hex id. */
  async names(scope: CompanyScope): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.people(scope)).map(({ _id, full_name }) => [_id.toHexString(), full_name]));
  }

  /** Full names by hex id, also of people who have left. */
  async namesOf(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const people = await this.accounts.findMany(scope, ids);
    return new Map(people.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
  }

  /** @returns full names by hex id @throws AppError NOT_FOUND unless all ids are people of the company */
  async assertAll(
    scope: CompanyScope,
    ids: readonly (Types.ObjectId | string)[],
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set(ids.map((id) => toObjectId(id, 'staff_id').toHexString()));
    if (wanted.size === 0) return new Map();
    const found = await this.accounts.colleagues(
      scope,
      [...wanted].map((id) => toObjectId(id)),
    );
    if (found.length < wanted.size) throw staffNotFound();
    return new Map(found.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
  }
}

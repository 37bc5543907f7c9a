import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { Accounts, type User } from '../../users/index.js';
import { staffNotFound } from './catalog.errors.js';

/** Who can be booked: the people of the company. */
@Injectable()
export class StaffDirectory {
  constructor(private readonly accounts: Accounts) {}

  /** Everybody who works here, the disabled ones not among them. */
  async all(scope: CompanyScope): Promise<User[]> {
    return (await this.accounts.colleagues(scope)).filter(({ state }) => state !== 'disabled');
  }

  /** @throws AppError NOT_FOUND unless all ids are people of the company */
  async assertAll(scope: CompanyScope, ids: readonly (Types.ObjectId | string)[]): Promise<void> {
    const wanted = new Set(ids.map((id) => toObjectId(id, 'staff_id').toHexString()));
    if (wanted.size === 0) return;
    const found = await this.accounts.colleagues(
      scope,
      [...wanted].map((id) => toObjectId(id)),
    );
    if (found.length < wanted.size) throw staffNotFound();
  }
}

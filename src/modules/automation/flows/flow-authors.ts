import { Injectable } from '@nestjs/common';
import { type Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, distinctIds, toObjectId } from '../../../core/tenancy/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import type { FlowAuthor } from './schemas/flow.schema.js';

/** Who edited and who published. */
@Injectable()
export class FlowAuthors {
  constructor(private readonly accounts: AccountsRepository) {}

  /** Full names by hex id. API keys carry their names themselves. */
  async names(scope: CompanyScope, authors: readonly FlowAuthor[]): Promise<ReadonlyMap<string, string>> {
    const people = distinctIds(authors.filter(({ key_name }) => key_name === undefined).map(({ _id }) => _id));
    if (people.length === 0) return new Map();
    const users = await this.accounts.findMany(scope, people);
    return new Map(users.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
  }
}

export function authorOf({ userId, keyName }: Principal): FlowAuthor {
  return { _id: toObjectId(userId), ...(keyName === undefined ? {} : { key_name: keyName }) };
}

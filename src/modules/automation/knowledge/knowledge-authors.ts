import { Injectable } from '@nestjs/common';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import type { KnowledgeArticle, KnowledgeAuthor } from './schemas/knowledge-article.schema.js';

/** The name of an author; empty if the person is gone. */
export type NameOf = (author: KnowledgeAuthor) => string;

/** Who made and who changed articles. */
@Injectable()
export class KnowledgeAuthors {
  constructor(private readonly accounts: AccountsRepository) {}

  /** The names of all authors of the articles. API keys carry their names themselves. */
  async names(scope: CompanyScope, articles: readonly KnowledgeArticle[]): Promise<NameOf> {
    const authors = articles.flatMap(({ created_by, updated_by }) => [created_by, updated_by]);
    const people = distinctIds(authors.filter(({ key_name }) => key_name === undefined).map(({ _id }) => _id));
    const users = people.length === 0 ? [] : await this.accounts.findMany(scope, people);
    const byId = new Map(users.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
    return ({ _id, key_name }) => key_name ?? byId.get(_id.toHexString()) ?? '';
  }
}

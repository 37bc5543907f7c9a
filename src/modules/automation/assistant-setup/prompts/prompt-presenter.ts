import { Injectable } from '@nestjs/common';
import { type CompanyScope, distinctIds } from '../../../../core/tenancy/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import type { AssistantPrompt } from './assistant-prompt.schema.js';
import { type PromptDto, type PromptListDto, toPromptDto } from './prompts.dto.js';
import { type PromptList, PromptsService } from './prompts.service.js';

/** Shows prompts with the names of their authors. API keys carry their names themselves. */
@Injectable()
export class PromptPresenter {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly prompts: PromptsService,
  ) {}

  async list(scope: CompanyScope, { prompts, publishedNumber }: PromptList): Promise<PromptListDto> {
    const people = prompts.flatMap(({ author }) => (author.key_name === undefined ? [author._id] : []));
    const users = people.length === 0 ? [] : await this.accounts.findMany(scope, distinctIds(people));
    const names = new Map(users.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
    const nameOf = ({ _id, key_name }: AssistantPrompt['author']) => key_name ?? names.get(_id.toHexString());
    return { items: prompts.map((prompt) => toPromptDto(prompt, publishedNumber, nameOf)) };
  }

  async one(scope: CompanyScope, prompt: AssistantPrompt): Promise<PromptDto> {
    const publishedNumber = await this.prompts.publishedNumber(scope);
    const { items } = await this.list(scope, { prompts: [prompt], publishedNumber });
    return items[0] as PromptDto;
  }
}

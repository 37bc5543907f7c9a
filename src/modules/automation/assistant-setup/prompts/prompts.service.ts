import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { EventBus } from '../../../../core/events/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { AssistantSettingsRepository } from '../settings/assistant-settings.repository.js';
import type { AssistantPrompt, PromptAuthor } from './assistant-prompt.schema.js';
import { AssistantPromptsRepository } from './assistant-prompts.repository.js';
import { KEPT_RETIRED, MAX_DRAFTS } from './prompt-limits.js';
import type { PromptInputDto, UpdatePromptDto } from './prompts.dto.js';

export interface PromptList {
  /** The newest first. */
  readonly prompts: readonly AssistantPrompt[];
  readonly publishedNumber: number | null;
}

/** The versions of the company's prompt. The settings name the published one, so there is never a second one. */
@Injectable()
export class PromptsService {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly prompts: AssistantPromptsRepository,
    private readonly settings: AssistantSettingsRepository,
    private readonly events: EventBus,
  ) {}

  async list(scope: CompanyScope): Promise<PromptList> {
    const [prompts, publishedNumber] = await Promise.all([this.prompts.list(scope), this.publishedNumber(scope)]);
    return { prompts, publishedNumber };
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<AssistantPrompt> {
    return this.prompts.getById(scope, id);
  }

  async publishedNumber(scope: CompanyScope): Promise<number | null> {
    return (await this.settings.read(scope))?.prompt_number ?? null;
  }

  /** Empty if there is none with the number. */
  async textOf(scope: CompanyScope, number: number): Promise<string> {
    return (await this.prompts.byNumber(scope, number))?.text ?? '';
  }

  /** @throws AppError LIMIT_REACHED */
  async addDraft(scope: CompanyScope, caller: Principal, { text, note }: PromptInputDto): Promise<AssistantPrompt> {
    const drafts = (await this.prompts.list(scope)).filter(({ published_at }) => published_at === null);
    if (drafts.length >= MAX_DRAFTS)
      throw AppError.conflict('LIMIT_REACHED', `There are ${MAX_DRAFTS} drafts already; delete one first`);
    return this.add(scope, { text, note: note ?? null, author: authorOf(caller), published_at: null });
  }

  /** Adds a prompt that cannot change any more, for a caller that publishes it. */
  addFrozen(scope: CompanyScope, caller: Principal, text: string): Promise<AssistantPrompt> {
    return this.add(scope, { text, note: null, author: authorOf(caller), published_at: new Date() });
  }

  /** For a caller that could not publish what it has added. */
  async discard(scope: CompanyScope, { _id }: AssistantPrompt): Promise<void> {
    await this.prompts.remove(scope, [_id]);
  }

  /** @throws AppError NOT_FOUND | PROMPT_PUBLISHED | VERSION_MISMATCH */
  change(scope: CompanyScope, id: Types.ObjectId, change: UpdatePromptDto, version?: number): Promise<AssistantPrompt> {
    return this.prompts.change(
      scope,
      id,
      ({ published_at }) => {
        if (published_at) throw promptPublished();
        return change;
      },
      version,
    );
  }

  /** @throws AppError NOT_FOUND | PROMPT_PUBLISHED */
  async removeDraft(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    if (await this.prompts.removeDraft(scope, id)) return;
    await this.prompts.getById(scope, id);
    throw promptPublished();
  }

  /** Publishes a draft. May be repeated. @throws AppError NOT_FOUND | PROMPT_RETIRED */
  async publish(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<AssistantPrompt> {
    const frozen = await this.prompts.freeze(scope, id, new Date());
    if (frozen) return this.choose(scope, caller, frozen);
    const prompt = await this.prompts.getById(scope, id);
    if (prompt.number !== (await this.publishedNumber(scope)))
      throw AppError.conflict('PROMPT_RETIRED', 'This prompt was published before; use rollback to publish it again');
    return prompt;
  }

  /** Publishes a prompt that was published before. May be repeated. @throws AppError NOT_FOUND | PROMPT_NOT_PUBLISHED */
  async rollBack(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<AssistantPrompt> {
    const prompt = await this.prompts.getById(scope, id);
    if (!prompt.published_at)
      throw AppError.conflict('PROMPT_NOT_PUBLISHED', 'This prompt is a draft; publish it instead');
    return this.choose(scope, caller, prompt);
  }

  private async choose(scope: CompanyScope, { userId }: Principal, prompt: AssistantPrompt): Promise<AssistantPrompt> {
    const { number } = prompt;
    await this.settings.change(scope, { prompt_number: number });
    this.logger.log({ message: 'assistant prompt published', company: scope.id, user: userId, number });
    this.events.emit('assistant.changed', { companyId: scope.id });
    return prompt;
  }

  private async add(
    scope: CompanyScope,
    prompt: Pick<AssistantPrompt, 'text' | 'note' | 'author' | 'published_at'>,
  ): Promise<AssistantPrompt> {
    const number = await this.settings.nextPromptNumber(scope);
    const added = await this.prompts.add(scope, { number, ...prompt });
    await this.dropOld(scope, number);
    return added;
  }

  /** @param kept the number of a prompt that is about to be published */
  private async dropOld(scope: CompanyScope, kept: number): Promise<void> {
    const { prompts, publishedNumber } = await this.list(scope);
    const retired = prompts.filter(
      ({ published_at, number }) => published_at && number !== publishedNumber && number !== kept,
    );
    const old = retired.slice(KEPT_RETIRED).map(({ _id }) => _id);
    if (old.length > 0) await this.prompts.remove(scope, old);
  }
}

const promptPublished = (): AppError =>
  AppError.conflict('PROMPT_PUBLISHED', 'A prompt that was published cannot change; write a new one');

function authorOf({ userId, keyName }: Principal): PromptAuthor {
  return { _id: toObjectId(userId), ...(keyName === undefined ? {} : { key_name: keyName }) };
}

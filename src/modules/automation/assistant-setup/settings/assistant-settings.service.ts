import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { EventBus } from '../../../../core/events/index.js';
import { assertVersion, type CompanyScope, versionMismatch, versionOf } from '../../../../core/tenancy/index.js';
import { ChannelDirectory } from '../../../inbox/channels/index.js';
import type { AssistantPrompt } from '../prompts/assistant-prompt.schema.js';
import { PromptsService } from '../prompts/prompts.service.js';
import { AssistantSettingsRepository, type SettingsChange } from './assistant-settings.repository.js';
import type { StoredAssistantSettings } from './assistant-settings.schema.js';
import { type CurrentSettings, withDefaults } from './current-settings.js';
import type { UpdateAssistantSettingsDto } from './assistant-settings.dto.js';

/** How long another process may still work by settings that were changed. */
const MAX_AGE_MS = 5_000;
const MAX_COMPANIES = 2_000;
const WHAT = 'Assistant settings';

/** How the assistant of a company works. */
@Injectable()
export class AssistantSettings implements OnModuleInit {
  private readonly logger = new Logger('Audit');
  /** Caches the promise, so that a change also drops a read that began before it. */
  private readonly known = new LRUCache<string, Promise<CurrentSettings>>({ max: MAX_COMPANIES, ttl: MAX_AGE_MS });

  constructor(
    private readonly settings: AssistantSettingsRepository,
    private readonly prompts: PromptsService,
    private readonly channels: ChannelDirectory,
    private readonly events: EventBus,
  ) {}

  onModuleInit(): void {
    this.events.on('assistant.changed', ({ companyId }) => void this.known.delete(companyId));
  }

  /** At most five seconds old. */
  of(scope: CompanyScope): Promise<CurrentSettings> {
    const known = this.known.get(scope.id);
    if (known) return known;
    const read = this.settings.read(scope).then((stored) => this.complete(scope, stored));
    this.known.set(scope.id, read);
    // Waiting callers get the error; the next call tries again.
    read.catch(() => {
      if (this.known.peek(scope.id) === read) this.known.delete(scope.id);
    });
    return read;
  }

  /** As they are stored now, with their version. */
  async read(scope: CompanyScope): Promise<{ settings: CurrentSettings; version: number; updated_at: Date | null }> {
    const stored = await this.settings.read(scope);
    const version = stored ? versionOf(stored) : 0;
    return { settings: await this.complete(scope, stored), version, updated_at: stored?.updated_at ?? null };
  }

  /** A changed persona becomes a published prompt. @throws AppError NOT_FOUND for a channel | VERSION_MISMATCH */
  async update(
    scope: CompanyScope,
    caller: Principal,
    { persona, channel_modes, budget, ...fields }: UpdateAssistantSettingsDto,
    version?: number,
  ): Promise<void> {
    const stored = await this.settings.read(scope);
    assertVersion(WHAT, stored ?? {}, version);
    const change: SettingsChange = { ...fields };
    if (budget?.monthly_cents !== undefined) change.budget = { monthly_cents: budget.monthly_cents };
    if (channel_modes) {
      change.channel_modes = channel_modes.map(({ channel_id, mode }) => ({
        channel_id: new Types.ObjectId(channel_id),
        mode,
      }));
      await this.assertChannels(scope, change.channel_modes, stored?.channel_modes);
    }
    const prompt = await this.promptOf(scope, caller, persona, stored);
    if (persona === '') change.prompt_number = null;
    if (prompt) change.prompt_number = prompt.number;
    if (!(await this.settings.change(scope, change, version))) {
      if (prompt) await this.prompts.discard(scope, prompt);
      throw versionMismatch(WHAT, (await this.read(scope)).version);
    }
    this.logger.log({ message: 'assistant settings changed', company: scope.id, user: caller.userId, change });
    this.events.emit('assistant.changed', { companyId: scope.id });
  }

  private async complete(scope: CompanyScope, stored: StoredAssistantSettings | null): Promise<CurrentSettings> {
    const number = stored?.prompt_number ?? null;
    return withDefaults(stored, number === null ? '' : await this.prompts.textOf(scope, number));
  }

  /** A new prompt with this text; null for an unchanged or an empty one. */
  private async promptOf(
    scope: CompanyScope,
    caller: Principal,
    persona: string | undefined,
    stored: StoredAssistantSettings | null,
  ): Promise<AssistantPrompt | null> {
    if (!persona || persona === (await this.complete(scope, stored)).persona) return null;
    return this.prompts.addFrozen(scope, caller, persona);
  }

  /** A mode that is set already may stay, although its channel is disconnected. */
  private async assertChannels(
    scope: CompanyScope,
    modes: SettingsChange['channel_modes'] = [],
    kept: SettingsChange['channel_modes'] = [],
  ): Promise<void> {
    const added = modes.filter(({ channel_id: id }) => !kept.some(({ channel_id }) => channel_id.equals(id)));
    if (added.length === 0) return;
    const live = new Set((await this.channels.findLive(scope)).map(({ _id }) => _id));
    if (added.some(({ channel_id }) => !live.has(channel_id.toHexString()))) throw AppError.notFound('Channel');
  }
}

import { Injectable } from '@nestjs/common';
import { MessagesRepository } from '../../../inbox/message-log/index.js';
import type { TurnFacts } from '../../assistant-core/index.js';
import { TurnFactsService } from '../../assistant-facts/index.js';
import { AssistantSettings, ModelBudget } from '../../assistant-setup/index.js';
import type { Place } from '../../flow-runs/index.js';
import { LanguageModels } from '../../language-models/index.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantThread } from '../schemas/assistant-thread.schema.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';

/** Loads what a turn knows, once, and stores it with the turn. */
@Injectable()
export class TurnLoader {
  constructor(
    private readonly facts: TurnFactsService,
    private readonly messages: MessagesRepository,
    private readonly settings: AssistantSettings,
    private readonly models: LanguageModels,
    private readonly budget: ModelBudget,
    private readonly turns: AssistantTurnsRepository,
  ) {}

  async load({ scope, conversation }: Place, thread: AssistantThread, turn: AssistantTurn): Promise<TurnFacts> {
    const [settings, model, messages] = await Promise.all([
      this.settings.of(scope),
      this.models.of(scope),
      this.messages.findMany(
        scope,
        turn.messages.map(({ message_id }) => message_id),
      ),
    ]);
    const { facts, aliases } = await this.facts.load(scope, {
      conversation,
      messages: messages.toSorted((one, other) => one.seq - other.seq),
      episode_since_seq: thread.episode_since_seq,
      aliases: turn.aliases,
      offers: turn.offers,
      summary: thread.summary?.text ?? null,
      emergency_phone: settings.emergency_phone,
      policies: settings.policies,
      languages: settings.languages,
    });
    const notice = model ? await this.budget.noticeOf(scope, turn) : null;
    const isModel = model !== null && notice === null;
    await this.turns.save(scope, turn, {
      facts,
      aliases,
      brain: isModel ? 'model' : 'rules',
      model: isModel ? { persona: settings.persona } : null,
      notice,
    });
    return facts;
  }
}

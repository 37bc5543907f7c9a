import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import type { Effect, ModelSettings, Outcome, PastMessage, Snippet, ToolCall } from '../../assistant-core/index.js';
import { type LoadedFacts, TurnFactsService, TurnToolsService } from '../../assistant-facts/index.js';
import { AssistantSettings, PromptsService } from '../../assistant-setup/index.js';
import { RetrieverService } from '../../knowledge/index.js';
import { DryModel, type DryUsage } from '../dry/dry-model.service.js';
import { type DryContext, type EndedTurn, pretended, runTurn } from '../dry/dry-turn.js';
import { TrialMemory, type TrialState } from './trial-memory.js';
import type { TryDto, TryMessageDto } from './try.dto.js';

/** The longest time of one answer, with all calls of the model. */
const TRIAL_MS = 40_000;

export interface TriedTurn {
  readonly turn: EndedTurn;
  readonly brain: 'rules' | 'model';
  readonly sources: readonly Snippet[];
  readonly cents: number;
}

/** A running trial. */
interface Trial extends DryContext {
  readonly scope: CompanyScope;
  readonly contactId: Types.ObjectId;
  readonly signal: AbortSignal;
  readonly usage: DryUsage;
  offers: TrialState['offers'];
  sources: readonly Snippet[];
}

/** Lets staff talk to the assistant as a customer would. Nothing is sent, booked, changed or noted; only the cost of the model counts. */
@Injectable()
export class Trials {
  constructor(
    private readonly factsOf: TurnFactsService,
    private readonly tools: TurnToolsService,
    private readonly retriever: RetrieverService,
    private readonly settings: AssistantSettings,
    private readonly prompts: PromptsService,
    private readonly model: DryModel,
    private readonly memory: TrialMemory,
  ) {}

  /** @throws AppError NOT_FOUND for the contact or the prompt | VALIDATION_ERROR unless the last message is the customer's */
  async run(scope: CompanyScope, { userId }: Principal, input: TryDto): Promise<TriedTurn> {
    const { messages, contact_id, prompt_id } = input;
    const { past, fresh } = split(messages);
    const name = [scope.id, userId, contact_id ?? '', prompt_id ?? ''];
    const before = this.memory.recall(name, past);
    const [{ facts, aliases }, model] = await Promise.all([
      this.load(scope, contact_id, before, past, fresh),
      this.modelOf(scope, prompt_id),
    ]);
    const trial: Trial = {
      scope,
      // Nobody's: a trial without a contact finds no pets and no appointments.
      contactId: contact_id === undefined ? new Types.ObjectId() : toObjectId(contact_id),
      signal: AbortSignal.timeout(TRIAL_MS),
      usage: { cents: 0, failure: null },
      facts,
      aliases,
      offers: before.offers,
      sources: [],
    };
    const start = { facts, before: before.dialogue, model, outcomes: [] };
    const turn = await runTurn(start, (effect) => this.outcomeOf(trial, effect));
    const said = turn.draft.text === '' ? [] : [{ role: 'assistant', content: turn.draft.text }];
    this.memory.keep(name, plain([...messages, ...said]), { dialogue: turn.dialogue, aliases, offers: trial.offers });
    return { turn, brain: model ? 'model' : 'rules', sources: trial.sources, cents: trial.usage.cents };
  }

  private async load(
    scope: CompanyScope,
    contactId: string | undefined,
    { aliases, offers }: TrialState,
    past: readonly TryMessageDto[],
    fresh: readonly TryMessageDto[],
  ): Promise<LoadedFacts> {
    const { emergency_phone, policies, languages } = await this.settings.of(scope);
    const contact_id = contactId === undefined ? null : toObjectId(contactId);
    const loaded = await this.factsOf.load(scope, {
      conversation: { _id: new Types.ObjectId(), channel_id: null, last_seq: 0, contact_id },
      messages: fresh.map(({ content }, place) => ({
        seq: past.length + place + 1,
        content,
        attachments: [],
        context: null,
      })),
      episode_since_seq: 0,
      aliases,
      offers,
      summary: null,
      emergency_phone,
      policies,
      languages,
    });
    return { ...loaded, facts: { ...loaded.facts, turns: past.map(told) } };
  }

  /** Null: rules answer. */
  private async modelOf(scope: CompanyScope, promptId: string | undefined): Promise<ModelSettings | null> {
    const prompt = promptId === undefined ? null : await this.prompts.get(scope, toObjectId(promptId));
    if ((await this.model.isReady(scope)) !== 'ready') return null;
    return { persona: prompt?.text ?? (await this.settings.of(scope)).persona };
  }

  private async outcomeOf(trial: Trial, effect: Effect): Promise<Outcome> {
    const { scope } = trial;
    switch (effect.kind) {
      case 'tool':
        return { kind: 'tool', outcome: await this.toolOutcome(trial, effect.call) };
      case 'retrieve': {
        const { query, language } = effect;
        const { snippets } = await this.retriever.search(scope, { query, language });
        trial.sources = snippets.map(({ id, title, text, score }) => ({ id, title, text, score }));
        return { kind: 'retrieved', snippets: trial.sources };
      }
      case 'model':
        return { kind: 'model', answer: await this.model.ask(scope, effect.request, trial.usage, trial.signal) };
    }
  }

  private async toolOutcome(trial: Trial, call: ToolCall): Promise<ReturnType<typeof pretended>> {
    if (call.name !== 'find_slots') return pretended(call, trial);
    const context = {
      key: `trial:${new Types.ObjectId().toHexString()}`,
      conversation_id: trial.contactId,
      contact_id: trial.contactId,
      message_id: null,
      aliases: trial.aliases,
      offers: trial.offers,
      told: trial.facts,
    };
    const { outcome, offers } = await this.tools.run(trial.scope, context, call);
    if (offers) trial.offers = offers;
    return outcome;
  }
}

/** The customer's messages behind the last answer, and what was said before. @throws AppError VALIDATION_ERROR */
function split(messages: readonly TryMessageDto[]): { past: TryMessageDto[]; fresh: TryMessageDto[] } {
  const end = messages.findLastIndex(({ role }) => role === 'assistant') + 1;
  const fresh = plain(messages.slice(end));
  if (fresh.length > 0) return { past: plain(messages.slice(0, end)), fresh };
  throw AppError.validation([{ field: 'messages', message: 'the last message must have the role user' }]);
}

const plain = (messages: readonly { readonly role: string; readonly content: string }[]): TryMessageDto[] =>
  messages.map(({ role, content }) => ({ role, content }) as TryMessageDto);

function told({ role, content }: TryMessageDto): PastMessage {
  return { from: role === 'user' ? 'customer' : 'assistant', text: content };
}

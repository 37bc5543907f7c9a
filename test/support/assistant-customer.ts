import { Types } from 'mongoose';
import request from 'supertest';
import { aContact } from '../builders/contacts.js';
import { aPet } from '../builders/pets.js';
import type { PublicSalon } from '../builders/public-booking.js';
import type { ToolCall, ToolOutcome } from '../../src/modules/automation/assistant-core/index.js';
import {
  type ConversationAliases,
  type LoadedFacts,
  NO_ALIASES,
  type StoredOffer,
  type ToolContext,
  TurnFactsService,
  type TurnFactsRequest,
  TurnToolsService,
} from '../../src/modules/automation/assistant-facts/index.js';
import {
  type Conversation,
  ConversationOpener,
  ConversationsRepository,
} from '../../src/modules/inbox/conversations/index.js';
import { type Message, MessageHistoryRepository } from '../../src/modules/inbox/message-log/index.js';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import type { TestApp } from './test-app.js';

/** A customer of a salon with a conversation, and what its pipeline stores between two turns. */
export class AssistantCustomer {
  aliases: ConversationAliases = NO_ALIASES;
  offers: readonly StoredOffer[] = [];
  private calls = 0;
  private told: ToolContext['told'] = { now: new Date(0).toISOString(), appointments: [] };

  private constructor(
    private readonly app: TestApp,
    readonly salon: PublicSalon,
    readonly scope: CompanyScope,
    readonly contactId: string,
    readonly conversation: Conversation,
  ) {}

  static async of(app: TestApp, salon: PublicSalon, fields: Record<string, unknown> = {}): Promise<AssistantCustomer> {
    const { _id } = await aContact(app, salon, fields);
    const scope = CompanyScope.of(salon.company._id);
    const opener = app.app.get(ConversationOpener, { strict: false });
    const conversation = await opener.open(scope, new Types.ObjectId(_id), 'web');
    return new AssistantCustomer(app, salon, scope, _id, conversation);
  }

  async pet(fields: Record<string, unknown> = {}): Promise<string> {
    return (await aPet(this.app, this.salon, this.contactId, fields))._id;
  }

  /** Loads the facts, and keeps the aliases as the pipeline does. */
  async load(more: Partial<TurnFactsRequest> = {}): Promise<LoadedFacts['facts']> {
    const conversation = await this.app.app
      .get(ConversationsRepository, { strict: false })
      .getById(this.scope, this.conversation._id);
    const { aliases, facts } = await this.app.app.get(TurnFactsService, { strict: false }).load(this.scope, {
      ...{ conversation, messages: [], episode_since_seq: 1, summary: null, languages: ['pt', 'en', 'es'] as const },
      ...{ aliases: this.aliases, offers: this.offers, emergency_phone: null, policies: [] },
      ...more,
    });
    this.aliases = aliases;
    this.told = facts;
    return facts;
  }

  /** Runs a tool, and keeps the offers. */
  async run(call: ToolCall, more: Partial<ToolContext> = {}): Promise<ToolOutcome> {
    const { outcome, offers } = await this.app.app
      .get(TurnToolsService, { strict: false })
      .run(this.scope, this.context(more), call);
    if (offers) this.offers = offers;
    return outcome;
  }

  context(more: Partial<ToolContext> = {}): ToolContext {
    return {
      key: `assistant:${this.conversation._id.toHexString()}:${++this.calls}`,
      conversation_id: this.conversation._id,
      contact_id: new Types.ObjectId(this.contactId),
      message_id: null,
      aliases: this.aliases,
      offers: this.offers,
      told: this.told,
      ...more,
    };
  }

  /** Stores a message as its sender has written it. */
  async message(content: string, role: 'user' | 'operator' = 'user'): Promise<Message> {
    const direction = role === 'user' ? 'inbound' : 'outbound';
    const body = { contact_id: this.contactId, role, direction, platform: 'web', content };
    const { body: made } = await request(this.app.url)
      .post('/api/v1/messages')
      .set(this.salon.auth)
      .send(body)
      .expect(201);
    const { _id } = (made as { messageData: { _id: string } }).messageData;
    return this.app.app.get(MessageHistoryRepository, { strict: false }).getById(this.scope, _id);
  }
}

/** The value of a good outcome. */
export function valueOf(outcome: ToolOutcome): Record<string, unknown> {
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.value as Record<string, unknown>;
}

export const codeOf = (outcome: ToolOutcome): string => (outcome.ok ? 'OK' : outcome.code);

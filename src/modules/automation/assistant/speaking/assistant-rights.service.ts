import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ConversationsRepository } from '../../../inbox/conversations/index.js';
import {
  type BotMessage,
  BotMessageGuard,
  type SendFailure,
  sendFailure,
} from '../../../inbox/message-sending/index.js';
import { AssistantSettings, modeOf } from '../../assistant-setup/index.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';

/** Says to the outbox whether a message of the assistant may still be sent. So turning it off stops waiting messages. */
@Injectable()
export class AssistantRights implements OnModuleInit {
  constructor(
    private readonly guard: BotMessageGuard,
    private readonly conversations: ConversationsRepository,
    private readonly turns: AssistantTurnsRepository,
    private readonly settings: AssistantSettings,
  ) {}

  onModuleInit(): void {
    this.guard.register((scope, message) => this.whySilent(scope, message));
  }

  private async whySilent(scope: CompanyScope, { bot, conversation_id }: BotMessage): Promise<SendFailure | null> {
    if (!bot.turn_id) return null;
    const [settings, conversation, turn] = await Promise.all([
      this.settings.of(scope),
      this.conversations.read(scope, conversation_id),
      this.turns.read(scope, bot.turn_id),
    ]);
    const isOn = turn !== null && modeOf(settings, conversation?.channel_id ?? null) === 'auto';
    return isOn ? null : sendFailure('ASSISTANT_OFF');
  }
}

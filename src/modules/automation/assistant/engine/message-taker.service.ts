import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../../core/events/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { type Message, MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { debounce } from '../../assistant-core/index.js';
import { AssistantSettings, modeOf } from '../../assistant-setup/index.js';
import { FlowInterests, type Place, UnclaimedMessages, type UnclaimedMessageTaker } from '../../flow-runs/index.js';
import type { AssistantThread } from '../schemas/assistant-thread.schema.js';
import { AssistantThreadsRepository } from '../assistant-threads.repository.js';
import { AssistantScheduler } from './assistant-scheduler.service.js';
import { newThread } from './new-turn.js';

/** Notes the messages that flows leave, and plans the turn that answers them. */
@Injectable()
export class MessageTaker implements UnclaimedMessageTaker, OnModuleInit {
  constructor(
    private readonly unclaimed: UnclaimedMessages,
    private readonly interests: FlowInterests,
    private readonly settings: AssistantSettings,
    private readonly threads: AssistantThreadsRepository,
    private readonly scheduler: AssistantScheduler,
    private readonly bus: EventBus,
    private readonly history: MessageHistoryRepository,
  ) {}

  onModuleInit(): void {
    this.unclaimed.register(this);
    // From now on no message of the company may be lost in a crash.
    this.bus.on('assistant.changed', async ({ companyId }) => {
      await this.interests.sinceOf(CompanyScope.of(companyId));
    });
  }

  async isOn(scope: CompanyScope): Promise<boolean> {
    const { mode, channel_modes } = await this.settings.of(scope);
    return mode !== 'off' || channel_modes.some((one) => one.mode !== 'off');
  }

  async emergencyPhone(scope: CompanyScope): Promise<string | null> {
    return (await this.settings.of(scope)).emergency_phone;
  }

  async take({ scope, conversation }: Place, message: Message): Promise<void> {
    const settings = await this.settings.of(scope);
    if (modeOf(settings, conversation.channel_id) === 'off') return;
    const { seq, created_at: at } = message;
    const thread =
      (await this.threads.read(scope, conversation._id)) ??
      (await this.threads.begin(scope, { ...newThread(conversation), handled_seq: seq - 1 }));
    await this.noteUnseen(scope, thread, seq);
    const pause = debounce(thread.first_unanswered_at ?? at, at, new Date(), settings.debounce_ms);
    const due_at = new Date(Date.now() + pause);
    await this.threads.notePending(scope, conversation._id, { seq, at, due_at });
    this.scheduler.plan(scope, conversation._id.toHexString(), due_at);
  }

  /** A message that arrives before the question is sent cannot answer it. */
  private async noteUnseen(scope: CompanyScope, { _id, dialogue }: AssistantThread, seq: number): Promise<void> {
    const shown = dialogue.pending?.shown_seq;
    if (shown !== undefined && (await this.history.isQueued(scope, _id, shown)))
      await this.threads.delayQuestion(scope, _id, shown, seq);
  }
}

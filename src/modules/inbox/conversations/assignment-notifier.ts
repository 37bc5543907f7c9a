import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { NotificationCenter } from '../../accounts/notification-center/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import { ConversationsRepository } from './conversations.repository.js';
import type {} from './conversations.events.js';

/** Tells a user that a colleague or a bot has assigned a conversation to them. */
const NotifyAssigned = defineJob<{
  companyId: string;
  conversationId: string;
  assigneeId: string;
  actorId: string | null;
  version: number;
}>('conversations.notify-assigned');

@Injectable()
export class AssignmentNotifier implements OnModuleInit {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly accounts: AccountsRepository,
    private readonly center: NotificationCenter,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('conversation.assigned', (assignment) => this.jobs.enqueue(NotifyAssigned, assignment));
  }

  @JobHandler(NotifyAssigned)
  async notify(assignment: PayloadOf<typeof NotifyAssigned>): Promise<void> {
    const { companyId, conversationId, assigneeId, actorId, version } = assignment;
    const scope = CompanyScope.of(companyId);
    const conversation = await this.conversations.findById(scope, conversationId);
    if (!conversation?.assignee_id?.equals(assigneeId)) return;
    const author = actorId === null ? null : await this.accounts.findById(scope, actorId);
    await this.center.tell(scope, [toObjectId(assigneeId)], {
      type: 'assignment',
      key: `assignment:${conversationId}:${version}`,
      data: { conversation_id: conversationId, contact_id: conversation.contact_id.toHexString() },
      words: { author: author?.full_name ?? '', contact: conversation.contact.full_name },
    });
  }
}

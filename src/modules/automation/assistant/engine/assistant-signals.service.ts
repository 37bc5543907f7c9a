import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../../core/events/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { AssistantThreadsRepository } from '../assistant-threads.repository.js';
import { OldDrafts } from '../suggestions/old-drafts.service.js';
import { MessageTaker } from './message-taker.service.js';

/** Settles the last draft when staff answer. A later read or turn repairs a lost event. */
@Injectable()
export class AssistantSignals implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly taker: MessageTaker,
    private readonly threads: AssistantThreadsRepository,
    private readonly drafts: OldDrafts,
  ) {}

  onModuleInit(): void {
    this.bus.on('message.published', async ({ companyId, conversationId, direction, visibility, author }) => {
      if (direction !== 'outbound' || visibility !== 'public' || author === 'bot') return;
      const scope = CompanyScope.of(companyId);
      const id = toObjectId(conversationId);
      if (!(await this.taker.isOn(scope))) return;
      if (await this.threads.read(scope, id)) await this.drafts.settle(scope, id);
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../../core/events/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { FlowInterests } from './flow-interests.service.js';
import { FlowLogReader } from './flow-log-reader.service.js';
import { FlowScheduler } from './flow-scheduler.service.js';
import { TagEvents } from './tag-events.service.js';

/** Wakes the engine when something happens in this process. The sweeps find what is lost here. */
@Injectable()
export class FlowSignals implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly interests: FlowInterests,
    private readonly scheduler: FlowScheduler,
    private readonly reader: FlowLogReader,
    private readonly runs: FlowRunsRepository,
    private readonly tags: TagEvents,
  ) {}

  onModuleInit(): void {
    this.bus.on('message.published', async ({ companyId, conversationId, direction, visibility, author }) => {
      if (visibility === 'internal' || author === 'bot') return;
      const scope = CompanyScope.of(companyId);
      if (!(await this.interests.sinceOf(scope))) return;
      if (direction === 'inbound') this.scheduler.wake(scope, conversationId);
      else await this.wakeActive(scope, conversationId);
    });
    for (const name of ['conversation.taken_by_human', 'conversation.resolved'] as const)
      this.bus.on(name, ({ companyId, conversationId }) => this.wakeActive(CompanyScope.of(companyId), conversationId));
    for (const name of ['appointment.created', 'appointment.updated', 'appointment.cancelled'] as const)
      this.bus.on(name, ({ companyId }) => this.read(CompanyScope.of(companyId)));
    this.bus.on('contact.changed', async ({ companyId, contactId }) => {
      const scope = CompanyScope.of(companyId);
      if (await this.interests.sinceOf(scope)) await this.tags.store(scope, toObjectId(contactId));
    });
    for (const name of ['flow.published', 'flow.resumed', 'answers.expected'] as const)
      this.bus.on(name, async ({ companyId }) => void (await this.interests.sinceOf(CompanyScope.of(companyId))));
    for (const name of ['flow.paused', 'flow.deleted'] as const)
      this.bus.on(name, ({ companyId, flowId }) => this.wakeRuns(CompanyScope.of(companyId), flowId));
  }

  private async read(scope: CompanyScope): Promise<void> {
    if (await this.interests.sinceOf(scope)) await this.reader.read(scope);
  }

  private async wakeActive(scope: CompanyScope, conversationId: string): Promise<void> {
    const active = await this.runs.withActiveRun(scope, [toObjectId(conversationId)]);
    if (active.length > 0) this.scheduler.wake(scope, conversationId);
  }

  /** Ends runs whose flow must not go on. */
  private async wakeRuns(scope: CompanyScope, flowId: string): Promise<void> {
    for (const run of await this.runs.activeOfFlow(scope, toObjectId(flowId)))
      this.scheduler.wake(scope, run.conversation_id.toHexString());
  }
}

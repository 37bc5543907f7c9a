import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { EventBus } from '../../../../core/events/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { LiveFlowsVersionsRepository } from './live-flows-versions.repository.js';

/** Tells every process, and the listeners of this one, that the live flows have changed. Called after the write. */
@Injectable()
export class LiveFlowChanges {
  constructor(
    private readonly versions: LiveFlowsVersionsRepository,
    private readonly events: EventBus,
  ) {}

  async published(scope: CompanyScope, flowId: Types.ObjectId, number: number): Promise<void> {
    await this.versions.increment(scope);
    this.events.emit('flow.published', { companyId: scope.id, flowId: flowId.toHexString(), number });
  }

  async moved(scope: CompanyScope, flowId: Types.ObjectId, to: 'paused' | 'resumed' | 'deleted'): Promise<void> {
    await this.versions.increment(scope);
    this.events.emit(`flow.${to}`, { companyId: scope.id, flowId: flowId.toHexString() });
  }

  /** The name or the channels of a flow have changed. */
  renamed(scope: CompanyScope): Promise<void> {
    return this.versions.increment(scope);
  }
}

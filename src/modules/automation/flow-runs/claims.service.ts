import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { FlowRunsRepository } from './flow-runs.repository.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';

/** What flows do in a conversation. */
export interface FlowClaim {
  /** Customer messages up to this number are handled by flows, or were handed over by them. */
  readonly taken_seq: number;
  /** Whether a flow answers the customer now. */
  readonly is_active: boolean;
}

/** Tells other modules of automation what flows do in a conversation. Call it under the lock of the conversation. */
@Injectable()
export class FlowClaims {
  constructor(
    private readonly threads: FlowThreadsRepository,
    private readonly runs: FlowRunsRepository,
  ) {}

  async of(scope: CompanyScope, conversationId: Types.ObjectId): Promise<FlowClaim> {
    const [[thread], active] = await Promise.all([
      this.threads.of(scope, [conversationId]),
      this.runs.withActiveRun(scope, [conversationId]),
    ]);
    return { taken_seq: thread?.taken_seq ?? 0, is_active: active.length > 0 };
  }
}

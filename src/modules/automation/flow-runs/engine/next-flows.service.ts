import { Injectable } from '@nestjs/common';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import type { EffectOutcome } from '../../flow-core/index.js';
import { LiveFlows } from '../../flows/index.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';

/** How many flows may start one another without a message of the customer between them. */
export const MAX_CHAIN = 5;

/** Starts a flow after a run. It waits in the thread until that run has ended. */
@Injectable()
export class NextFlows {
  constructor(
    private readonly flows: LiveFlows,
    private readonly threads: FlowThreadsRepository,
  ) {}

  /** May be repeated: the run and the step name the start. */
  async plan(scope: CompanyScope, run: FlowRun, step: number, flowId: string): Promise<EffectOutcome> {
    const chain = run.chain + 1;
    if (chain >= MAX_CHAIN)
      return { ok: false, code: 'TOO_MANY_FLOWS', message: `At most ${MAX_CHAIN} flows may start one another` };
    const live = await this.flows.liveOf(scope);
    const flow = live.find(({ _id }) => _id.toHexString() === flowId);
    if (!flow) return { ok: false, code: 'FLOW_NOT_LIVE', message: 'The flow to start is not live. Publish it first' };
    const { vars, steps, pet } = run.state;
    await this.threads.addEvent(scope, run.conversation_id, {
      key: `start_flow:${run._id.toHexString()}:${step}`,
      kind: 'start_flow',
      ...(run.appointment_id && { appointment_id: run.appointment_id }),
      next: {
        flow_id: toObjectId(flowId),
        vars,
        steps,
        ...(pet && !pet.is_booked && { pet }),
        chain,
        handled_seq: run.handled_seq,
      },
    });
    return { ok: true };
  }
}

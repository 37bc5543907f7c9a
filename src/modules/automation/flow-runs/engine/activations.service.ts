import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { LockLease } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { FlowFactsService } from '../../flow-actions/index.js';
import { type CompiledFlow, type FlowFacts, type Json, newRun } from '../../flow-core/index.js';
import { type LiveFlow, LiveFlows } from '../../flows/index.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import type { FlowRun, RunTrigger } from '../schemas/flow-run.schema.js';
import { type Activation, activationEnd } from './activation.js';

const DAY_MS = 86_400_000;

/** A conversation under its lock. */
export interface Place {
  readonly scope: CompanyScope;
  readonly lease: LockLease;
  readonly conversation: Conversation;
}

export interface RunStart {
  readonly flow: LiveFlow;
  readonly trigger: RunTrigger;
  /** The customer message that starts it; 0 if another event does. */
  readonly handled_seq: number;
  /** A later message of a person ends it. */
  readonly seen_seq: number;
  readonly appointment_id?: Types.ObjectId;
  readonly vars?: Readonly<Record<string, Json>>;
  /** Steps of the earlier runs in the chain of `start_flow`. */
  readonly steps?: number;
  readonly pet?: FlowRun['state']['pet'];
  readonly chain?: number;
}

/** Reads what an activation needs. */
@Injectable()
export class Activations {
  constructor(
    private readonly flows: LiveFlows,
    private readonly facts: FlowFactsService,
    private readonly runs: FlowRunsRepository,
  ) {}

  factsOf({ scope, conversation }: Place, appointmentId?: Types.ObjectId): Promise<FlowFacts> {
    const { contact_id } = conversation;
    const named = appointmentId && { appointment_id: appointmentId };
    return this.facts.load(scope, { contact_id, conversation, ...named });
  }

  async ofNew(place: Place, start: RunStart, facts: FlowFacts): Promise<Activation> {
    const { scope, conversation } = place;
    const { flow, trigger, vars = {}, steps = 0, pet } = start;
    const [compiled, sentToday] = await Promise.all([
      this.flows.version(scope, flow._id, flow.version),
      this.sentToday(scope, conversation),
    ]);
    const state = { ...newRun(compiled, trigger.node_id, vars), steps, ...(pet && { pet }) };
    const run = toRun(place, start, state);
    return {
      ...place,
      flow: compiled,
      run,
      facts,
      isStored: false,
      sentToday,
      hasSpoken: false,
      endsBy: activationEnd(),
    };
  }

  /** @throws AppError NOT_FOUND if the flow is deleted */
  async ofStored(place: Place, run: FlowRun, lastText?: string): Promise<Activation> {
    const { scope, conversation } = place;
    const [flow, loaded, sentToday] = await Promise.all([
      this.graphOf(scope, run),
      this.factsOf(place, run.appointment_id),
      this.sentToday(scope, conversation),
    ]);
    const facts = lastText === undefined ? loaded : { ...loaded, last_text: lastText };
    return { ...place, flow, run, facts, isStored: true, sentToday, hasSpoken: false, endsBy: activationEnd() };
  }

  private graphOf(scope: CompanyScope, { flow_id, version }: FlowRun): Promise<CompiledFlow> {
    return this.flows.version(scope, flow_id, version);
  }

  private sentToday(scope: CompanyScope, { contact_id }: Conversation): Promise<number> {
    return this.runs.countSentSince(scope, contact_id, new Date(Date.now() - DAY_MS));
  }
}

function toRun({ scope, lease, conversation }: Place, start: RunStart, state: FlowRun['state']): FlowRun {
  const { flow, trigger, handled_seq, seen_seq, appointment_id, chain = 0 } = start;
  const now = new Date();
  return {
    _id: new Types.ObjectId(),
    company_id: scope.companyId,
    created_at: now,
    updated_at: now,
    flow_id: flow._id,
    flow_name: flow.name,
    version: flow.version,
    conversation_id: conversation._id,
    contact_id: conversation.contact_id,
    channel_id: conversation.channel_id,
    active: true,
    trigger,
    ...(appointment_id && { appointment_id }),
    state,
    log: [],
    effects: [],
    answers: [],
    handled_seq,
    seen_seq,
    owner_epoch: conversation.owner.epoch,
    chain,
    fence: lease.fence,
    started_at: now,
    ended_at: null,
    merge_marks: [],
  };
}

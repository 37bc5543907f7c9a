import { Injectable } from '@nestjs/common';
import { type Conversation, isTakenSince } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import type { StopReason } from '../../flow-core/index.js';
import { LiveFlows } from '../../flows/index.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import type { ThreadEvent } from '../schemas/flow-thread.schema.js';
import { OptOuts } from '../speaking/opt-outs.service.js';
import { Activations, type Place } from './activations.service.js';
import { CustomerMessages } from './customer-messages.service.js';
import { EventStarter } from './event-starter.service.js';
import { RunDriver } from './run-driver.service.js';
import { RunStopper } from './run-stopper.service.js';

/** Does one unit of work of a conversation. */
@Injectable()
export class ThreadWork {
  constructor(
    private readonly customers: CustomerMessages,
    private readonly activations: Activations,
    private readonly driver: RunDriver,
    private readonly stopper: RunStopper,
    private readonly flows: LiveFlows,
    private readonly optOuts: OptOuts,
    private readonly events: EventStarter,
  ) {}

  async message(place: Place, message: Message, latest: FlowRun | null): Promise<void> {
    const run = latest?.active ? latest : null;
    if (run && (await this.endOfFlow(place, run))) return this.customers.handle(place, message, null);
    await this.customers.handle(place, message, latest);
  }

  event(place: Place, event: ThreadEvent, latest: FlowRun | null): Promise<void> {
    return this.events.start(place, event, latest);
  }

  /** `resume`: a crash has interrupted it; `time`: its wait is over; `staff`: a person has taken or resolved the conversation. */
  async run(place: Place, run: FlowRun, task: 'resume' | 'time' | 'staff'): Promise<void> {
    if (task === 'staff') return this.stopper.stop(place, run, reasonOf(place.conversation, run));
    if (await this.endOfFlow(place, run)) return;
    if (await this.optOuts.isOut(place.scope, place.conversation))
      return this.stopper.stop(place, run, 'customer_opted_out');
    const activation = await this.activations.ofStored(place, run);
    if (task === 'resume') return this.driver.resume(activation);
    if (task === 'time') await this.driver.advance(activation, { kind: 'time' });
  }

  /** Ends a run whose flow was paused or deleted. */
  private async endOfFlow(place: Place, run: FlowRun): Promise<boolean> {
    const live = await this.flows.liveOf(place.scope);
    if (live.some(({ _id }) => _id.equals(run.flow_id))) return false;
    const status = await this.flows.statusOf(place.scope, run.flow_id);
    if (status === 'live') return false;
    await this.stopper.stop(place, run, status === null ? 'flow_deleted' : 'flow_paused');
    return true;
  }
}

function reasonOf(conversation: Conversation, { seen_seq, owner_epoch }: FlowRun): StopReason {
  if (conversation.automation === 'off') return 'automation_off';
  const isTaken = conversation.last_reply_seq > seen_seq || isTakenSince(conversation, owner_epoch);
  return isTaken ? 'staff_replied' : 'conversation_resolved';
}

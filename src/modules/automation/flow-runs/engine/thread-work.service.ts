import { Injectable } from '@nestjs/common';
import { isSilenced } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import { LiveFlows } from '../../flows/index.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import type { ThreadEvent } from '../schemas/flow-thread.schema.js';
import { OptOuts } from '../speaking/opt-outs.service.js';
import { Activations, type Place } from './activations.service.js';
import { CustomerMessages } from './customer-messages.service.js';
import { RunDriver } from './run-driver.service.js';
import { candidatesFor, type Candidate, RunStarter } from './run-starter.service.js';
import { RunStopper } from './run-stopper.service.js';

/** Does one thing of a conversation. */
@Injectable()
export class ThreadWork {
  constructor(
    private readonly customers: CustomerMessages,
    private readonly activations: Activations,
    private readonly driver: RunDriver,
    private readonly starter: RunStarter,
    private readonly stopper: RunStopper,
    private readonly flows: LiveFlows,
    private readonly optOuts: OptOuts,
  ) {}

  async message(place: Place, message: Message, latest: FlowRun | null): Promise<void> {
    const run = latest?.active ? latest : null;
    if (run && (await this.endOfFlow(place, run))) return this.customers.handle(place, message, null);
    await this.customers.handle(place, message, latest);
  }

  /** `resume`: a crash has interrupted it; `time`: its wait is over; `staff`: a person has taken the conversation. */
  async run(place: Place, run: FlowRun, task: 'resume' | 'time' | 'staff'): Promise<void> {
    if (task === 'staff') {
      const isOff = place.conversation.automation === 'off';
      return this.stopper.stop(place, run, isOff ? 'automation_off' : 'staff_replied');
    }
    if (await this.endOfFlow(place, run)) return;
    if (await this.optOuts.isOut(place.scope, place.conversation))
      return this.stopper.stop(place, run, 'customer_opted_out');
    const activation = await this.activations.ofStored(place, run);
    if (task === 'resume') return this.driver.resume(activation);
    if (task === 'time') await this.driver.advance(activation, { kind: 'time' });
  }

  /** A run that is active goes on; the event starts nothing then. */
  async event(place: Place, event: ThreadEvent, latest: FlowRun | null): Promise<void> {
    if (latest?.active || (await this.isSilent(place))) return;
    const live = await this.flows.liveOf(place.scope);
    const { key, kind, appointment_id, next, of, tag, text } = event;
    const { conversation } = place;
    const named = {
      channel_id: conversation.channel_id?.toHexString() ?? null,
      ...(tag && { tag }),
      ...(text && { text }),
    };
    const happening = {
      key,
      event: { kind: kind === 'start_flow' ? ('message' as const) : kind, ...named },
      handled_seq: 0,
      seen_seq: conversation.last_seq,
      ...(appointment_id && { appointment_id }),
    };
    if (next) {
      const flow = live.find(({ _id }) => _id.equals(next.flow_id));
      const [trigger] = flow?.triggers ?? [];
      if (!flow || !trigger) return;
      const { vars, steps, chain } = next;
      await this.starter.start(place, { ...happening, cause: 'start_flow', vars, steps, chain }, { flow, trigger });
      return;
    }
    const isMeant = ({ flow, trigger }: Candidate): boolean =>
      !of || (flow._id.equals(of.flow_id) && trigger.id === of.node_id);
    await this.starter.startFirst(place, happening, candidatesFor(live, happening.event).filter(isMeant));
  }

  private async isSilent({ scope, conversation }: Place): Promise<boolean> {
    return isSilenced(conversation, new Date()) || (await this.optOuts.isOut(scope, conversation));
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

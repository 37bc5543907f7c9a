import { Injectable } from '@nestjs/common';
import { isSilenced } from '../../../inbox/conversations/index.js';
import { type LiveFlow, LiveFlows } from '../../flows/index.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import type { ThreadEvent } from '../schemas/flow-thread.schema.js';
import { OptOuts } from '../speaking/opt-outs.service.js';
import type { Place } from './activations.service.js';
import { MAX_CHAIN } from './next-flows.service.js';
import { type Candidate, candidatesFor, type Happening, RunStarter } from './run-starter.service.js';

/** Starts flows by events other than messages. */
@Injectable()
export class EventStarter {
  constructor(
    private readonly starter: RunStarter,
    private readonly runs: FlowRunsRepository,
    private readonly flows: LiveFlows,
    private readonly optOuts: OptOuts,
  ) {}

  /** May be repeated. A run that is active goes on; the event starts nothing then. */
  async start(place: Place, event: ThreadEvent, latest: FlowRun | null): Promise<void> {
    if (latest?.active || (await this.isSilent(place))) return;
    const live = await this.flows.liveOf(place.scope);
    if (event.next) return this.startNext(place, event, event.next, live);
    const ids = live.map(({ _id }) => _id);
    if (await this.runs.isStarted(place.scope, ids, event.key)) return;
    const cause = event.run_id && (await this.runs.findById(place.scope, event.run_id));
    const chain = cause ? cause.chain + 1 : 0;
    if (chain >= MAX_CHAIN) return;
    const happening = { ...happeningOf(place, event), chain };
    const isMeant = ({ flow, trigger }: Candidate): boolean => {
      const { of } = event;
      const isOwn = cause?.flow_id.equals(flow._id) === true;
      return !isOwn && (!of || (flow._id.equals(of.flow_id) && trigger.id === of.node_id));
    };
    await this.starter.startFirst(place, happening, candidatesFor(live, happening.event).filter(isMeant));
  }

  private async startNext(
    place: Place,
    event: ThreadEvent,
    { flow_id, vars, steps, chain, handled_seq }: NonNullable<ThreadEvent['next']>,
    live: readonly LiveFlow[],
  ): Promise<void> {
    const flow = live.find(({ _id }) => _id.equals(flow_id));
    const [trigger] = flow?.triggers ?? [];
    if (!flow || !trigger) return;
    const happening = { ...happeningOf(place, event), cause: 'start_flow' as const, vars, steps, chain, handled_seq };
    await this.starter.start(place, happening, { flow, trigger });
  }

  private async isSilent({ scope, conversation }: Place): Promise<boolean> {
    return isSilenced(conversation, new Date()) || (await this.optOuts.isOut(scope, conversation));
  }
}

function happeningOf({ conversation }: Place, { key, kind, tag, text, appointment_id }: ThreadEvent): Happening {
  const channel_id = conversation.channel_id?.toHexString() ?? null;
  const named = { ...(tag !== undefined && { tag }), ...(text !== undefined && { text }) };
  return {
    key,
    event: { kind: kind === 'start_flow' ? 'message' : kind, channel_id, ...named },
    handled_seq: 0,
    seen_seq: conversation.last_seq,
    ...(appointment_id && { appointment_id }),
  };
}

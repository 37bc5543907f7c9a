import { Injectable } from '@nestjs/common';
import { isSilenced } from '../../../inbox/conversations/index.js';
import { type LiveFlow, LiveFlows } from '../../flows/index.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import type { ThreadEvent } from '../schemas/flow-thread.schema.js';
import { FailedSends } from '../speaking/failed-sends.service.js';
import { OptOuts } from '../speaking/opt-outs.service.js';
import { StaffLines } from '../speaking/staff-lines.service.js';
import type { Place } from './activations.service.js';
import { MAX_CHAIN } from './next-flows.service.js';
import { type Candidate, candidatesFor, type Happening, RunStarter } from './run-starter.service.js';
import { isLate } from './thread-tasks.js';

/** Starts flows by events other than the customer's messages. */
@Injectable()
export class EventStarter {
  constructor(
    private readonly starter: RunStarter,
    private readonly runs: FlowRunsRepository,
    private readonly flows: LiveFlows,
    private readonly optOuts: OptOuts,
    private readonly failed: FailedSends,
    private readonly lines: StaffLines,
  ) {}

  /** May be repeated. An event that has waited too long for the end of a run starts nothing; staff see that. */
  async start(place: Place, event: ThreadEvent, latest: FlowRun | null): Promise<void> {
    if (event.kind === 'send_failed') return this.failed.handle(place, event, latest);
    if (await this.isSilent(place)) return;
    const live = await this.flows.liveOf(place.scope);
    if (isLate(event, new Date())) return this.skip(place, event, live);
    if (event.next) return this.startNext(place, event, event.next, live);
    const ids = live.map(({ _id }) => _id);
    if (await this.runs.isStarted(place.scope, ids, event.key)) return;
    const cause = event.run_id && (await this.runs.findById(place.scope, event.run_id));
    const chain = cause ? cause.chain + 1 : 0;
    if (chain >= MAX_CHAIN) return;
    const happening = { ...happeningOf(place, event), chain };
    const among = candidatesFor(live, happening.event)
      .filter((candidate) => isMeant(event, candidate))
      .filter(({ flow }) => !cause?.flow_id.equals(flow._id));
    await this.starter.startFirst(place, happening, among);
  }

  private async startNext(
    place: Place,
    event: ThreadEvent,
    { flow_id, ...next }: NonNullable<ThreadEvent['next']>,
    live: readonly LiveFlow[],
  ): Promise<void> {
    const flow = live.find(({ _id }) => _id.equals(flow_id));
    const [trigger] = flow?.triggers ?? [];
    if (!flow || !trigger) return;
    const happening = { ...happeningOf(place, event), cause: 'start_flow' as const, ...next };
    await this.starter.start(place, happening, { flow, trigger });
  }

  private async skip({ scope, conversation }: Place, event: ThreadEvent, live: readonly LiveFlow[]): Promise<void> {
    const happening = happeningOf({ conversation }, event);
    const [candidate] = candidatesFor(live, happening.event).filter((one) => isMeant(event, one));
    if (!candidate) return;
    const line = { key: event.key, flow: candidate.flow.name, cause: 'event_skipped' as const };
    await this.lines.add(scope, conversation, line);
  }

  private async isSilent({ scope, conversation }: Place): Promise<boolean> {
    return isSilenced(conversation, new Date()) || (await this.optOuts.isOut(scope, conversation));
  }
}

/** An event of one trigger starts no other. */
function isMeant({ of }: ThreadEvent, { flow, trigger }: Candidate): boolean {
  return !of || (flow._id.equals(of.flow_id) && trigger.id === of.node_id);
}

function happeningOf(
  { conversation }: Pick<Place, 'conversation'>,
  { key, kind, tag, text, appointment_id }: ThreadEvent,
): Happening {
  const channel_id = conversation.channel_id?.toHexString() ?? null;
  const named = { ...(tag !== undefined && { tag }), ...(text !== undefined && { text }) };
  return {
    key,
    event: { kind: kind === 'start_flow' || kind === 'send_failed' ? 'message' : kind, channel_id, ...named },
    handled_seq: 0,
    seen_seq: conversation.last_seq,
    ...(appointment_id && { appointment_id }),
  };
}

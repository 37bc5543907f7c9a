import { Injectable } from '@nestjs/common';
import { isSilenced } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import { escapeOf, type FlowEvent, type StopReason } from '../../flow-core/index.js';
import type { LiveFlow } from '../../flows/index.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import { HandOffs } from '../speaking/hand-offs.service.js';
import type { Place } from './activations.service.js';
import { AnswerTaker } from './answer-taker.service.js';
import { FirstChecks } from './first-checks.service.js';
import { type Candidate, candidatesFor, type Happening, namedBy, RunStarter } from './run-starter.service.js';
import { RunStopper } from './run-stopper.service.js';
import { UnclaimedMessages } from './unclaimed-messages.js';

/** Decides what a customer's message means for flows. The order of the checks is fixed (README.md). */
@Injectable()
export class CustomerMessages {
  constructor(
    private readonly checks: FirstChecks,
    private readonly handOffs: HandOffs,
    private readonly answers: AnswerTaker,
    private readonly starter: RunStarter,
    private readonly stopper: RunStopper,
    private readonly unclaimed: UnclaimedMessages,
  ) {}

  /** May be repeated after a crash. A run that it ends is ended last. @param latest the last run of the conversation */
  async handle(place: Place, message: Message, latest: FlowRun | null): Promise<void> {
    const run = latest?.active ? latest : null;
    const check = await this.checks.of(place, message);
    if (check.kind === 'answered') return;
    if (check.kind === 'stopped') return this.stopper.stop(place, run, check.reason, message.seq);
    const silence = check.isOptedOut ? 'customer_opted_out' : silenceOf(place);
    if (silence) {
      // Staff may want a suggestion for their answer.
      await this.unclaimed.handOver(place, message);
      return this.stopper.stop(place, run, silence, message.seq);
    }
    const escape = escapeOf(message.content);
    if (escape === 'person') return this.callPerson(place, message, run);
    const flows = await this.starter.liveOf(place.scope);
    if (escape === 'restart' && latest && isRestartable(latest, message)) {
      if (await this.restart(place, message, latest, flows)) return;
    }
    if (run) return this.answer(place, message, run, flows);
    const isStarted = await this.starter.startFirst(place, happeningOf(message), candidatesOf(flows, message));
    if (!isStarted) await this.unclaimed.handOver(place, message);
  }

  private async answer(place: Place, message: Message, run: FlowRun, flows: readonly LiveFlow[]): Promise<void> {
    const others = flows.filter(({ _id }) => !_id.equals(run.flow_id));
    const happening = happeningOf(message);
    // A flow that may not start now leaves the message to the waiting run.
    const named = await this.starter.startable(place, happening, namedBy(others, happening.event));
    if (await this.answers.take(place, run, message, named.length > 0)) return;
    // Nothing of the waiting run fits, so a keyword of another flow may.
    const isKeyword = ({ trigger }: Candidate): boolean => trigger.data.kind === 'keyword';
    const keywords = candidatesOf(others, message).filter(isKeyword);
    const next = named.length > 0 ? named : await this.starter.startable(place, happening, keywords);
    if (next.length === 0) return;
    await this.stopper.stop(place, run, 'started_another_flow');
    await this.starter.startFirst(place, happening, next);
  }

  private async callPerson(place: Place, message: Message, run: FlowRun | null): Promise<void> {
    const { scope, conversation } = place;
    const [key, flow] = [`person:${message._id.toHexString()}`, run?.flow_name ?? null];
    await this.handOffs.make(scope, conversation, { key, flow, cause: 'customer_wants_person', say: 'person' });
    await this.stopper.stop(place, run, 'customer_wants_person', message.seq, 'handed_off');
  }

  /** Begins the flow of the run again, on its live version. */
  private async restart(place: Place, message: Message, run: FlowRun, flows: readonly LiveFlow[]): Promise<boolean> {
    const flow = flows.find(({ _id }) => _id.equals(run.flow_id));
    const trigger = flow?.triggers.find(({ id }) => id === run.trigger.node_id) ?? flow?.triggers[0];
    if (!flow || !trigger) return false;
    await this.stopper.stop(place, run, 'customer_restarted');
    return this.starter.start(place, { ...happeningOf(message), cause: 'restart' }, { flow, trigger });
  }
}

/** Also after a crash between the end of the run and its new start. */
function isRestartable({ active, state, ended_at }: FlowRun, { created_at }: Message): boolean {
  return active === true || (state.stop_reason === 'customer_restarted' && ended_at !== null && ended_at > created_at);
}

function silenceOf({ conversation }: Place): StopReason | undefined {
  if (!isSilenced(conversation, new Date())) return undefined;
  return conversation.automation === 'off' ? 'automation_off' : 'staff_replied';
}

function eventOf({ content, channel_id, inbound_count }: Message): FlowEvent {
  const kind = inbound_count === 1 ? 'first_message' : 'message';
  return { kind, text: content, channel_id: channel_id?.toHexString() ?? null };
}

/** A story reply matches triggers for story replies, then those for messages. */
function candidatesOf(flows: readonly LiveFlow[], message: Message): Candidate[] {
  const event = eventOf(message);
  const ofMessage = candidatesFor(flows, event);
  if (message.context?.story?.kind !== 'reply') return ofMessage;
  return [...candidatesFor(flows, { ...event, kind: 'story_reply' }), ...ofMessage];
}

function happeningOf(message: Message): Happening {
  const { _id, seq } = message;
  return { key: `message:${_id.toHexString()}`, event: eventOf(message), handled_seq: seq, seen_seq: seq };
}

import { Injectable } from '@nestjs/common';
import { toObjectId } from '../../../../core/tenancy/index.js';
import { FlowActions } from '../../flow-actions/index.js';
import { type EffectOutcome, type Json, LIMITS } from '../../flow-core/index.js';
import type { PlannedEffect } from '../schemas/flow-run.schema.js';
import { HandOffs } from '../speaking/hand-offs.service.js';
import { RunMessages } from '../speaking/run-messages.service.js';
import type { Activation, Stopped } from './activation.js';
import { Activations } from './activations.service.js';
import { NextFlows } from './next-flows.service.js';

/** Executes the effects of runs. */
@Injectable()
export class EffectRunner {
  constructor(
    private readonly actions: FlowActions,
    private readonly messages: RunMessages,
    private readonly handOffs: HandOffs,
    private readonly nextFlows: NextFlows,
    private readonly activations: Activations,
  ) {}

  /** May be repeated: the run and the step name the effect. @param isRepeat an earlier try may have done it already */
  async run(
    activation: Activation,
    { effect, step }: PlannedEffect,
    isRepeat: boolean,
  ): Promise<EffectOutcome | Stopped> {
    const { scope, run } = activation;
    if (effect.kind === 'send') {
      const isTooMuch = activation.sentToday >= LIMITS.messagesOfContactPerDay;
      return isTooMuch ? { stopped: 'too_many_messages_today' } : this.messages.send(activation, step, effect.message);
    }
    const stopped = isRepeat ? undefined : await this.messages.whyStopped(activation);
    if (stopped) return { stopped };
    if (effect.kind === 'hand_off') return this.handOffs.of(activation, step, effect.reason);
    if (effect.kind === 'start_flow') return this.nextFlows.plan(scope, run, step, effect.flow_id);
    const { _id: run_id, contact_id, conversation_id, channel_id } = run;
    const named = { run_id, step, contact_id, conversation_id, channel_id, is_repeat: isRepeat };
    const outcome = await this.actions.run(scope, named, effect);
    if (outcome.ok) await this.noteFacts(activation, effect, outcome.value);
    return outcome;
  }

  /** The steps after an action see what it has changed. */
  private async noteFacts(
    activation: Activation,
    effect: PlannedEffect['effect'],
    value: Json | undefined,
  ): Promise<void> {
    if (effect.kind === 'confirm_booking') {
      const { run, facts } = activation;
      const id = bookedIdOf(value);
      if (id !== undefined) run.appointment_id = toObjectId(id);
      const read = await this.activations.factsOf(activation, run.appointment_id);
      activation.facts = { ...read, last_text: facts.last_text };
    }
    if (effect.kind === 'tag' || effect.kind === 'untag') noteTag(activation, effect.tag, effect.kind === 'tag');
  }
}

function bookedIdOf(value: Json | undefined): string | undefined {
  const id = typeof value === 'object' && value !== null && 'appointment_id' in value ? value['appointment_id'] : null;
  return typeof id === 'string' ? id : undefined;
}

function noteTag(activation: Activation, tag: string, isAdded: boolean): void {
  const { contact } = activation.facts;
  const others = contact.tags.filter((one) => one !== tag);
  const tags = isAdded ? [...others, tag] : others;
  activation.facts = { ...activation.facts, contact: { ...contact, tags } };
}

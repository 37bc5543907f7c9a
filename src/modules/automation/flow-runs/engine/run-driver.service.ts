import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { ConversationsService } from '../../../inbox/conversations/index.js';
import { step } from '../../flow-core/index.js';
import { FlowRunEndsRepository } from '../flow-run-ends.repository.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { FlowRunsGateway } from '../flow-runs.gateway.js';
import type { PlannedEffect } from '../schemas/flow-run.schema.js';
import { HandOffs } from '../speaking/hand-offs.service.js';
import { ConversationOwners } from '../speaking/conversation-owners.service.js';
import { type Activation, apply, type Given, isEnded, settle, stopRun } from './activation.js';
import { isFailure } from '../speaking/staff-line-texts.js';
import { EffectRunner } from './effect-runner.service.js';

/**
 * Executes a run until it waits or ends. Each effect is stored as planned, run, and stored with its outcome together with
 * the next step, so that a crash neither loses nor repeats it.
 */
@Injectable()
export class RunDriver {
  constructor(
    private readonly runs: FlowRunsRepository,
    private readonly ends: FlowRunEndsRepository,
    private readonly effects: EffectRunner,
    private readonly handOffs: HandOffs,
    private readonly owners: ConversationOwners,
    private readonly conversations: ConversationsService,
    private readonly gateway: FlowRunsGateway,
  ) {}

  /**
   * Gives the run an input and goes on until it waits or ends.
   * @returns false if the run does not take the input, or a new run may not begin
   */
  async advance(activation: Activation, input: Given, at = new Date()): Promise<boolean> {
    const { run, flow, facts } = activation;
    const result = step(flow, run.state, { ...input, facts }, at);
    if (result.state === run.state && result.log.length === 0) return false;
    return this.goOn(activation, apply(run, result, new Date()));
  }

  /** Finishes what a crash has interrupted. */
  async resume(activation: Activation): Promise<void> {
    const { state, effects } = activation.run;
    const { wait } = state;
    const entry = wait?.kind === 'effect' ? effects.findLast((one) => one.step === wait.step) : undefined;
    if (entry?.effect) await this.goOn(activation, { ...entry, effect: entry.effect }, true);
    else await this.advance(activation, { kind: 'go_on' });
  }

  /** Ends the run because of something outside of its graph. */
  async stop(activation: Pick<Activation, 'scope' | 'run' | 'conversation'>): Promise<void> {
    await this.finish(activation);
    await this.ends.end(activation.scope, activation.run);
    await this.gateway.show(activation.scope, activation.run);
  }

  private async goOn(activation: Activation, first: PlannedEffect | undefined, isRepeat = false): Promise<boolean> {
    let entry = first;
    let mayRepeat = isRepeat;
    while (!isEnded(activation.run.state)) {
      if (Date.now() > activation.endsBy) stopRun(activation.run, 'took_too_long', 'failed');
      else if (entry) {
        if (!mayRepeat && !(await this.store(activation))) return false;
        crashPoint('flow.planned');
        const outcome = await this.effects.run(activation, entry, mayRepeat);
        crashPoint('flow.executed');
        if ('stopped' in outcome) {
          stopRun(activation.run, outcome.stopped);
          break;
        }
        settle(activation.run, entry, outcome);
        entry = this.next(activation, { kind: 'outcome', outcome });
      } else if (activation.run.state.status === 'running') entry = this.next(activation, { kind: 'go_on' });
      else break;
      mayRepeat = false;
    }
    if (isEnded(activation.run.state)) await this.finish(activation);
    else if (activation.run.active) await this.owners.giveToBot(activation.scope, activation.conversation);
    if (activation.hasSpoken) {
      await this.conversations.noteAnswered(activation.scope, activation.conversation._id, activation.run.handled_seq);
    }
    crashPoint('flow.finishing');
    if (!(await this.store(activation))) return false;
    crashPoint('flow.stored');
    await this.gateway.show(activation.scope, activation.run);
    return true;
  }

  private next({ flow, run, facts }: Activation, input: Given): PlannedEffect | undefined {
    const now = new Date();
    return apply(run, step(flow, run.state, { ...input, facts }, now), now);
  }

  /** @returns false for a new run that may not begin */
  private async store(activation: Activation): Promise<boolean> {
    const { scope, lease, run } = activation;
    lease.signal.throwIfAborted();
    run.fence = lease.fence;
    if (activation.isStored) await this.runs.save(scope, run);
    else if (!(await this.runs.insert(scope, run))) return false;
    activation.isStored = true;
    return true;
  }

  /** Updates the conversation when a run ends, before the end is stored. May be repeated. */
  private async finish({
    scope,
    run,
    conversation,
  }: Pick<Activation, 'scope' | 'run' | 'conversation'>): Promise<void> {
    const { status, stop_reason } = run.state;
    if (status === 'failed' || (stop_reason !== null && isFailure(stop_reason)))
      await this.handOffs.afterFailure(scope, run, conversation);
    await this.owners.giveBack(scope, conversation);
  }
}

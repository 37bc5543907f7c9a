import { Injectable } from '@nestjs/common';
import type { Place } from '../engine/activations.service.js';
import { RunStopper } from '../engine/run-stopper.service.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import type { ThreadEvent } from '../schemas/flow-thread.schema.js';
import { HandOffs } from './hand-offs.service.js';

/** Gives a conversation to staff if the customer did not get a message of a flow or of the assistant. */
@Injectable()
export class FailedSends {
  constructor(
    private readonly runs: FlowRunsRepository,
    private readonly stopper: RunStopper,
    private readonly handOffs: HandOffs,
  ) {}

  /** May be repeated. Does nothing if a person has answered since. */
  async handle(place: Place, { run_id, message_seq = 0 }: ThreadEvent, latest: FlowRun | null): Promise<void> {
    const { scope, conversation } = place;
    if (conversation.last_reply_seq > message_seq) return;
    if (!run_id) {
      const key = `assistant:${message_seq}:${conversation._id.toHexString()}`;
      await this.handOffs.make(scope, conversation, { key, flow: null, cause: 'assistant_message_not_sent' });
      return;
    }
    if (latest?.active && latest._id.equals(run_id))
      return this.stopper.stop(place, latest, 'send_failed', undefined, 'failed');
    const run = await this.runs.findById(scope, run_id);
    const key = `${run_id.toHexString()}:${message_seq}`;
    await this.handOffs.make(scope, conversation, { key, flow: run?.flow_name ?? null, cause: 'message_not_sent' });
  }
}

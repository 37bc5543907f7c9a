import type { Types } from 'mongoose';
import type { EffectOutcome } from '../flow-core/index.js';

/** The run and the step that ask for an effect. Together they name it, so a repeated step finds what it has done. */
export interface FlowActionRun {
  readonly run_id: Types.ObjectId;
  readonly step: number;
  readonly contact_id: Types.ObjectId;
  readonly conversation_id: Types.ObjectId;
  readonly channel_id: Types.ObjectId | null;
  /** An earlier attempt of this step may have reached the outside. */
  readonly is_repeat: boolean;
}

/** What an action gives to its run. */
export type ActionResult = Omit<Extract<EffectOutcome, { ok: true }>, 'ok'>;

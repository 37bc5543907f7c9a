import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { EffectOutcome, FlowEffect } from '../flow-core/index.js';

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

/** The effects that the engine itself does not run. */
export type ActionEffect = Extract<
  FlowEffect,
  { kind: 'tag' | 'untag' | 'assign' | 'api_call' | 'find_slots' | 'hold_slot' | 'confirm_booking' }
>;

/** Runs the effects of flows outside the conversation. */
@Injectable()
export class FlowActions {
  /**
   * Repeatable with the same run and step. A failure is an outcome with a stable code.
   * @throws Error of the database, after which the caller repeats the step
   */
  run(_scope: CompanyScope, _run: FlowActionRun, effect: ActionEffect): Promise<EffectOutcome> {
    return Promise.resolve({ ok: false, code: 'NOT_SUPPORTED', message: `PetBuddy cannot do ${effect.kind} yet` });
  }
}

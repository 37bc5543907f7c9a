import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { EffectOutcome, FlowEffect } from '../flow-core/index.js';
import { ActionFailure } from './action-failure.js';
import { ApiCalls } from './api-call/api-calls.service.js';
import { FlowBookings } from './booking/flow-bookings.service.js';
import { FlowSlots } from './booking/flow-slots.service.js';
import { CustomerActions } from './customer/customer-actions.service.js';
import type { ActionResult, FlowActionRun } from './flow-action-run.js';

/** The effects that the engine itself does not run. */
export type ActionEffect = Extract<
  FlowEffect,
  { kind: 'tag' | 'untag' | 'assign' | 'api_call' | 'find_slots' | 'hold_slot' | 'confirm_booking' }
>;

/** Runs the effects of flows outside the conversation. */
@Injectable()
export class FlowActions {
  constructor(
    private readonly customers: CustomerActions,
    private readonly calls: ApiCalls,
    private readonly slots: FlowSlots,
    private readonly bookings: FlowBookings,
  ) {}

  /**
   * May be repeated with the same run and step. A failure is an outcome with a stable code.
   * @throws Error of the database, after which the caller repeats the step
   */
  async run(scope: CompanyScope, run: FlowActionRun, effect: ActionEffect): Promise<EffectOutcome> {
    try {
      return { ok: true, ...(await this.resultOf(scope, run, effect)) };
    } catch (error) {
      if (error instanceof ActionFailure) return error.toOutcome();
      if (error instanceof AppError) return { ok: false, code: error.code, message: error.message };
      throw error;
    }
  }

  private async resultOf(
    scope: CompanyScope,
    run: FlowActionRun,
    effect: ActionEffect,
  ): Promise<ActionResult | undefined> {
    switch (effect.kind) {
      case 'tag':
        await this.customers.addTag(scope, run, effect.tag);
        return undefined;
      case 'untag':
        await this.customers.removeTag(scope, run, effect.tag);
        return undefined;
      case 'assign':
        await this.customers.assign(scope, run, effect.user_id);
        return undefined;
      case 'api_call':
        return { value: await this.calls.call(scope, run, effect) };
      case 'find_slots':
        return this.slots.find(scope, run, effect);
      case 'hold_slot':
        return this.bookings.hold(scope, run, effect);
      case 'confirm_booking':
        return { value: await this.bookings.confirm(scope, run, effect) };
    }
  }
}

import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { EffectOutcome, FlowEffect, Json } from '../flow-core/index.js';
import { ActionFailure } from './action-failure.js';
import { ApiCalls } from './api-call/api-calls.service.js';
import { FlowBookings } from './booking/flow-bookings.service.js';
import { FlowSlots } from './booking/flow-slots.service.js';
import { CustomerActions } from './customer/customer-actions.service.js';
import type { FlowActionRun } from './flow-action-run.js';

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
      const value = await this.valueOf(scope, run, effect);
      return value === undefined ? { ok: true } : { ok: true, value };
    } catch (error) {
      if (error instanceof ActionFailure) return error.toOutcome();
      if (error instanceof AppError) return { ok: false, code: error.code, message: error.message };
      throw error;
    }
  }

  private valueOf(scope: CompanyScope, run: FlowActionRun, effect: ActionEffect): Promise<Json | void> {
    switch (effect.kind) {
      case 'tag':
        return this.customers.addTag(scope, run, effect.tag);
      case 'untag':
        return this.customers.removeTag(scope, run, effect.tag);
      case 'assign':
        return this.customers.assign(scope, run, effect.user_id);
      case 'api_call':
        return this.calls.call(scope, run, effect);
      case 'find_slots':
        return this.slots.find(scope, run, effect);
      case 'hold_slot':
        return this.bookings.hold(scope, run, effect);
      case 'confirm_booking':
        return this.bookings.confirm(scope, run, effect);
    }
  }
}

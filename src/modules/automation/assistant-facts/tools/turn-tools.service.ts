import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { ToolCall, ToolOutcome } from '../../assistant-core/index.js';
import type { AppointmentChange, StoredOffer, ToolContext } from '../facts/facts.types.js';
import type { ChangeMade } from './booked-words.service.js';
import { OfferBookings } from './offer-bookings.service.js';
import { OfferSearch } from './offer-search.service.js';
import { OwnChanges } from './own-changes.service.js';
import { PetFactTool } from './pet-fact-tool.service.js';
import { outcomeOfError, ToolFailure } from './tool-failure.js';

export interface ToolRun {
  readonly outcome: ToolOutcome;
  /** The offers of a search; they replace all earlier ones. */
  readonly offers?: readonly StoredOffer[];
  /** Of a booking, move or cancellation. */
  readonly changed?: AppointmentChange;
}

/** Runs the tools of the assistant for the customer of one conversation. */
@Injectable()
export class TurnToolsService {
  constructor(
    private readonly search: OfferSearch,
    private readonly bookings: OfferBookings,
    private readonly changes: OwnChanges,
    private readonly facts: PetFactTool,
  ) {}

  /**
   * May be repeated with the same key. A failure is an outcome with a stable code.
   * @throws Error of the database, after which the caller repeats the call
   */
  async run(scope: CompanyScope, context: ToolContext, call: ToolCall): Promise<ToolRun> {
    try {
      return await this.runOf(scope, context, call);
    } catch (error) {
      if (error instanceof AppError || error instanceof ToolFailure) return { outcome: outcomeOfError(error) };
      throw error;
    }
  }

  private async runOf(scope: CompanyScope, context: ToolContext, call: ToolCall): Promise<ToolRun> {
    switch (call.name) {
      case 'find_slots': {
        const offers = await this.search.find(scope, context, call.args);
        const shown = offers.map(({ alias, starts_at }) => ({ alias, starts_at: starts_at.toISOString() }));
        return { outcome: { ok: true, value: { offers: shown } }, offers };
      }
      case 'hold_slot':
        return done(await this.bookings.hold(scope, context, call.args.offer));
      case 'confirm_booking':
        return changed(await this.bookings.confirm(scope, context, call.args.offer));
      case 'move_booking':
        return changed(await this.changes.move(scope, context, call.args));
      case 'cancel_booking':
        return changed(await this.changes.cancel(scope, context, call.args.appointment));
      case 'upsert_pet_fact':
        return done(await this.facts.save(scope, context, call.args));
    }
  }
}

const changed = (made: ChangeMade<unknown>): ToolRun => ({ ...done(made.value), changed: made.changed });
const done = (value: unknown): ToolRun => ({ outcome: { ok: true, value } });

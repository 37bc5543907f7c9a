import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { type EventState, PaymentEvent } from './payment-event.schema.js';

@Injectable()
export class PaymentEventsRepository extends TenantRepository<PaymentEvent> {
  constructor(@InjectModel(PaymentEvent.name) model: Model<PaymentEvent>) {
    super(model, 'Event');
  }

  /** @returns null if the event is known */
  async insert(
    scope: CompanyScope,
    fields: Pick<PaymentEvent, 'event_id' | 'event' | 'body'>,
  ): Promise<PaymentEvent | null> {
    try {
      return await this.create(scope, { ...fields, state: 'new' });
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  async settle(scope: CompanyScope, id: Types.ObjectId, state: EventState): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $set: { state, updated_at: new Date() } });
  }

  /** Events of all companies that nobody has worked on, oldest first. */
  waiting(before: Date, limit: number): Promise<PaymentEvent[]> {
    const filter = { state: 'new' as const, created_at: { $lte: before } };
    return this.findAcrossCompanies('receive payment events', filter, { sort: { created_at: 1 }, limit });
  }

  async purge(before: Date): Promise<void> {
    const old = { state: { $in: ['done' as const, 'ignored' as const] }, created_at: { $lt: before } };
    await this.collection.deleteAcrossCompanies('receive payment events', old);
  }
}

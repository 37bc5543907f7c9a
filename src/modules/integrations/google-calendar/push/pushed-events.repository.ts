import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { PushedEvent } from '../schemas/pushed-event.schema.js';

type Key = Pick<PushedEvent, 'appointment_id' | 'staff_id'>;

@Injectable()
export class PushedEventsRepository extends TenantRepository<PushedEvent> {
  constructor(@InjectModel(PushedEvent.name) model: Model<PushedEvent>) {
    super(model, 'Event');
  }

  /** The row of the pair; made before Google is asked, so that an event without a row cannot exist. */
  async ensure(
    scope: CompanyScope,
    { appointment_id, staff_id, ...fields }: Key & Pick<PushedEvent, 'calendar_id' | 'contact_id'>,
  ): Promise<PushedEvent> {
    const found = await this.ofPair(scope, { appointment_id, staff_id });
    if (found) return found;
    try {
      return await this.create(scope, { appointment_id, staff_id, ...fields });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.ensure(scope, { appointment_id, staff_id, ...fields });
    }
  }

  ofPair(scope: CompanyScope, { appointment_id, staff_id }: Key): Promise<PushedEvent | null> {
    return this.collection.findOne(scope, { appointment_id, staff_id });
  }

  ofStaff(scope: CompanyScope, staff_id: Types.ObjectId): Promise<PushedEvent[]> {
    return this.collection.find(scope, { staff_id });
  }

  ofAppointment(scope: CompanyScope, appointment_id: Types.ObjectId): Promise<PushedEvent[]> {
    return this.collection.find(scope, { appointment_id });
  }

  async note(
    scope: CompanyScope,
    _id: Types.ObjectId,
    fields: Partial<Pick<PushedEvent, 'pushed' | 'pushed_ver' | 'remote_updated_at' | 'refused' | 'contact_id'>>,
  ): Promise<void> {
    await this.collection.updateOne(scope, { _id }, { $set: { ...fields, updated_at: new Date() } });
  }

  async drop(scope: CompanyScope, _id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { _id });
  }

  refusedAfter(scope: CompanyScope, instant: Date): Promise<PushedEvent[]> {
    return this.collection.find(scope, { 'refused.at': { $gt: instant } });
  }

  /** The events name the person, so they must be written again. */
  async forgetContact(scope: CompanyScope, contact_id: Types.ObjectId): Promise<void> {
    const fields = { contact_id: null, pushed: null, refused: null, updated_at: new Date() };
    await this.collection.updateMany(scope, { contact_id }, { $set: fields });
  }
}

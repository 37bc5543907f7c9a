import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import { CustomerNotice, type MailState, type MessageNoticeState } from './customer-notice.schema.js';

export type NewNotice = Omit<CustomerNotice, '_id' | 'company_id' | 'created_at' | 'updated_at' | 'merge_marks'>;

@Injectable()
export class CustomerNoticesRepository extends TenantRepository<CustomerNotice> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(CustomerNotice.name) model: Model<CustomerNotice>) {
    super(model, 'Customer notice');
  }

  /** All notices of an appointment, the oldest first. */
  ofAppointment(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<CustomerNotice[]> {
    return this.collection.find(scope, { appointment_id: appointmentId }, { sort: { number: 1 } });
  }

  /** @throws a duplicate key error if the event or the number has a notice */
  add(scope: CompanyScope, notice: NewNotice): Promise<CustomerNotice> {
    const now = new Date();
    const times = { created_at: now, updated_at: now };
    return this.collection.insertOne(scope, { ...notice, ...times, _id: new Types.ObjectId(), merge_marks: [] });
  }

  /** @returns null unless the mail is in one of the states `from` */
  changeMail(
    scope: CompanyScope,
    { _id }: Pick<CustomerNotice, '_id'>,
    from: readonly MailState[],
    state: MailState,
    reason: string | null = null,
  ): Promise<CustomerNotice | null> {
    const at = new Date();
    const update = { $set: { mail: { state, reason, at }, updated_at: at } };
    return this.collection.findOneAndUpdate(scope, { _id, 'mail.state': { $in: [...from] } }, update);
  }

  /** Other fields of the message stay. @returns null unless it is in one of the states `from` */
  changeMessage(
    scope: CompanyScope,
    { _id }: Pick<CustomerNotice, '_id'>,
    from: readonly MessageNoticeState[],
    fields: { state: MessageNoticeState } & Partial<CustomerNotice['message']>,
  ): Promise<CustomerNotice | null> {
    const at = new Date();
    const set = Object.fromEntries(Object.entries({ ...fields, at }).map(([key, value]) => [`message.${key}`, value]));
    const update = { $set: { ...set, updated_at: at } };
    return this.collection.findOneAndUpdate(scope, { _id, 'message.state': { $in: [...from] } }, update);
  }

  /** Notices that offered one of these holds. */
  offersOf(scope: CompanyScope, holds: readonly Types.ObjectId[]): Promise<CustomerNotice[]> {
    if (holds.length === 0) return Promise.resolve([]);
    return this.collection.find(scope, { appointment_id: { $in: [...holds] }, kind: 'offered' });
  }

  async hasOffersSince(scope: CompanyScope, since: Date): Promise<boolean> {
    const offered = { kind: 'offered' as const, created_at: { $gt: since } };
    return (await this.collection.findOne(scope, offered, { projection: { _id: 1 } })) !== null;
  }

  /** Deletes a notice that nobody has got. */
  async removeUntold(scope: CompanyScope, { _id }: Pick<CustomerNotice, '_id'>): Promise<void> {
    await this.collection.deleteMany(scope, { _id });
  }
}

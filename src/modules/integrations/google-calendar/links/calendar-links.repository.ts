import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { CalendarLink } from '../schemas/calendar-link.schema.js';

const REASON = 'synchronise Google Calendar';

/** A link whose calendar is known. */
export type ActiveLink = CalendarLink & { calendar_id: string };

type Progress = Partial<
  Pick<
    CalendarLink,
    'sync_token' | 'full_sync_at' | 'last_synced_at' | 'error' | 'failures' | 'due_at' | 'channel' | 'time_zone'
  >
>;

@Injectable()
export class CalendarLinksRepository extends TenantRepository<CalendarLink> {
  constructor(@InjectModel(CalendarLink.name) model: Model<CalendarLink>) {
    super(model, 'Calendar');
  }

  /** Without those that are being removed. */
  shown(scope: CompanyScope): Promise<ActiveLink[]> {
    const filter = { calendar_id: { $ne: null } };
    return this.collection.find(scope, filter, { sort: { _id: 1 } }) as Promise<ActiveLink[]>;
  }

  ofStaff(scope: CompanyScope, staff_id: Types.ObjectId): Promise<CalendarLink | null> {
    return this.collection.findOne(scope, { staff_id });
  }

  /** Links the person with a calendar; the next run reads it from the beginning. */
  async put(
    scope: CompanyScope,
    staff_id: Types.ObjectId,
    fields: Pick<CalendarLink, 'calendar_id' | 'calendar_name' | 'time_zone' | 'direction'>,
  ): Promise<void> {
    const fresh = { sync_token: null, full_sync_at: null, error: null, failures: 0, due_at: new Date() };
    const set = { ...fields, ...fresh, updated_at: new Date() };
    const update = { $set: set, $inc: { generation: 1 } };
    if (await this.collection.updateOne(scope, { staff_id }, update)) return;
    try {
      await this.create(scope, { staff_id, ...set });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await this.collection.updateOne(scope, { staff_id }, update);
    }
  }

  /** @param staff_id absent: of all staff @returns how many links are to be removed now */
  release(scope: CompanyScope, staff_id?: Types.ObjectId): Promise<number> {
    const filter = { ...(staff_id && { staff_id }), calendar_id: { $ne: null } };
    const fields = { calendar_id: null, sync_token: null, failures: 0, due_at: new Date(), updated_at: new Date() };
    return this.collection.updateMany(scope, filter, { $set: fields, $inc: { generation: 1 } });
  }

  /** Removes a link that is still released. */
  async drop(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { _id: id, calendar_id: null });
  }

  /** Makes links due now. */
  async wake(scope: CompanyScope): Promise<void> {
    await this.collection.updateMany(scope, {}, { $set: { due_at: new Date() } });
  }

  /** After a log-in: every calendar is read from the beginning, and gets a new channel. */
  async restart(scope: CompanyScope): Promise<void> {
    const fields = { sync_token: null, channel: null, failures: 0, error: null, due_at: new Date() };
    await this.collection.updateMany(scope, {}, { $set: fields, $inc: { generation: 1 } });
  }

  async wakeOne(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { _id: id, failures: 0 }, { $set: { due_at: new Date() } });
  }

  /** Of all companies. */
  due(now: Date, limit: number): Promise<CalendarLink[]> {
    return this.findAcrossCompanies(REASON, { due_at: { $lte: now } }, { sort: { due_at: 1 }, limit });
  }

  dueOf(scope: CompanyScope, now: Date): Promise<CalendarLink[]> {
    return this.collection.find(scope, { due_at: { $lte: now } });
  }

  async ofChannel(id: string): Promise<CalendarLink | undefined> {
    return (await this.findAcrossCompanies(REASON, { 'channel.id': id }, { limit: 1 }))[0];
  }

  /** Notes the progress of a calendar. @returns false if its settings have changed since the link was read */
  note(scope: CompanyScope, { _id, generation }: CalendarLink, fields: Progress): Promise<boolean> {
    return this.collection.updateOne(scope, { _id, generation }, { $set: { ...fields, updated_at: new Date() } });
  }

  /** Sets the next run, unless somebody has asked for another one since the link was read. */
  async schedule(scope: CompanyScope, { _id, due_at }: CalendarLink, next: Date): Promise<void> {
    await this.collection.updateOne(scope, { _id, due_at }, { $set: { due_at: next } });
  }

  /** Whether nobody has changed the settings since the link was read. */
  async isCurrent(scope: CompanyScope, { _id, generation }: CalendarLink): Promise<boolean> {
    return (await this.collection.findOne(scope, { _id, generation }, { projection: { _id: 1 } })) !== null;
  }
}

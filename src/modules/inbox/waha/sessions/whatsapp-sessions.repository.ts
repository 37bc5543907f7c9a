import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { refuseDuplicate } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { sessionExists, sessionNotFound } from '../waha.errors.js';
import { WhatsappSession } from './whatsapp-session.schema.js';

const MAX_SESSIONS = 100;

@Injectable()
export class WhatsappSessionsRepository extends TenantRepository<WhatsappSession> {
  constructor(@InjectModel(WhatsappSession.name) model: Model<WhatsappSession>) {
    super(model, 'WhatsApp session');
  }

  all(scope: CompanyScope): Promise<WhatsappSession[]> {
    return this.find(scope, {}, { sort: { session_name: 1 }, limit: MAX_SESSIONS });
  }

  /** @throws AppError NOT_FOUND */
  async getByName(scope: CompanyScope, name: string): Promise<WhatsappSession> {
    const session = await this.findOne(scope, { session_name: name });
    if (!session) throw sessionNotFound();
    return session;
  }

  /** @throws AppError SESSION_EXISTS */
  add(scope: CompanyScope, fields: Partial<WhatsappSession>): Promise<WhatsappSession> {
    return refuseDuplicate(this.create(scope, fields), sessionExists);
  }

  /** The session of a delivery, of any company. */
  async findByKey(sessionKey: string): Promise<WhatsappSession | undefined> {
    const reason = 'route inbound event to its channel';
    const [session] = await this.findAcrossCompanies(reason, { session_key: sessionKey }, { limit: 1 });
    return session;
  }

  findDue(now: Date, limit: number): Promise<WhatsappSession[]> {
    const filter = { watch_at: { $lte: now } };
    return this.findAcrossCompanies('watch WhatsApp sessions', filter, { limit, sort: { watch_at: 1 } });
  }

  ofChannel(scope: CompanyScope, channelId: Types.ObjectId): Promise<WhatsappSession | null> {
    return this.findOne(scope, { channel_id: channelId });
  }

  /** @returns null if the session was removed meanwhile */
  change(scope: CompanyScope, _id: Types.ObjectId, fields: Partial<WhatsappSession>): Promise<WhatsappSession | null> {
    return this.updateOne(scope, { _id }, { $set: fields });
  }

  /** May be lost in a crash of the database. */
  async noteEvent(scope: CompanyScope, _id: Types.ObjectId, at: Date, watchAt: Date | null): Promise<void> {
    const $max = { last_event_at: at, ...(watchAt && { watch_at: watchAt }) };
    await this.collection.updateOne(scope, { _id }, { $max }, 'derived');
  }

  async remove(scope: CompanyScope, _id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { _id });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { FlowCursor } from './schemas/flow-cursor.schema.js';

@Injectable()
export class FlowCursorsRepository extends TenantRepository<FlowCursor> {
  constructor(@InjectModel(FlowCursor.name) model: Model<FlowCursor>) {
    super(model, 'Flow cursor');
  }

  current(scope: CompanyScope): Promise<FlowCursor | null> {
    return this.collection.findOne(scope, {});
  }

  /** @returns the stored cursor, also if another process began it */
  async begin(scope: CompanyScope, seq: number, since: Date): Promise<FlowCursor> {
    const now = new Date();
    try {
      const stamps = { created_at: now, updated_at: now };
      return await this.collection.insertOne(scope, { _id: new Types.ObjectId(), seq, since, ...stamps });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (await this.current(scope)) ?? this.begin(scope, seq, since);
    }
  }

  async advance(scope: CompanyScope, { _id }: FlowCursor, seq: number): Promise<void> {
    await this.collection.updateOne(scope, { _id }, { $max: { seq }, $set: { updated_at: new Date() } });
  }

  async end(scope: CompanyScope, { _id, seq }: FlowCursor): Promise<void> {
    await this.collection.deleteMany(scope, { _id, seq });
  }

  /** Of all companies, in the order of the ids. */
  after(last: Types.ObjectId | undefined, limit: number): Promise<FlowCursor[]> {
    const filter = last ? { _id: { $gt: last } } : {};
    return this.collection.findAcrossCompanies('run flows', filter, { sort: { _id: 1 }, limit });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { CustomerLane } from './customer-lane.schema.js';

@Injectable()
export class CustomerLanesRepository {
  constructor(@InjectModel(CustomerLane.name) private readonly model: Model<CustomerLane>) {}

  async lanesOf(keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.model.collection
      .find<CustomerLane>({ _id: { $in: [...keys] } as never })
      .project<CustomerLane>({ lane: 1 })
      .toArray();
    return new Map(rows.map(({ _id, lane }) => [_id, lane]));
  }

  /** @returns false if another caller stored one of the ids first, perhaps with another lane */
  async insert(rows: readonly CustomerLane[]): Promise<boolean> {
    try {
      await this.model.collection.insertMany(rows as never[], { ordered: false });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  async join(lane: string, into: string): Promise<void> {
    await this.model.collection.updateMany({ lane }, { $set: { lane: into } });
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.model.collection.deleteMany({ _id: { $in: [...keys] } as never });
  }
}

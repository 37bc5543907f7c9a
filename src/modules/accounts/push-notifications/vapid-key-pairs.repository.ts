import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { QUERY_TIMEOUT_MS } from '../../../core/tenancy/index.js';
import { VAPID_ID, VapidKeyPair } from './schemas/vapid-key-pair.schema.js';

@Injectable()
export class VapidKeyPairsRepository {
  constructor(@InjectModel(VapidKeyPair.name) private readonly model: Model<VapidKeyPair>) {}

  find(): Promise<VapidKeyPair | null> {
    return this.model.findById(VAPID_ID).lean<VapidKeyPair>().maxTimeMS(QUERY_TIMEOUT_MS).exec();
  }

  /** Of several processes that start at the same time, one inserts its keys. */
  async insertOnce(pair: Pick<VapidKeyPair, 'public_key' | 'private_key'>): Promise<void> {
    try {
      await this.model.create({ ...pair, _id: VAPID_ID, company_id: VAPID_ID });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { QUERY_TIMEOUT_MS } from '../../../core/tenancy/index.js';
import { DemoSeed } from './schemas/demo-seed.schema.js';

const NAME = 'demo';

@Injectable()
export class DemoSeedsRepository {
  constructor(@InjectModel(DemoSeed.name) private readonly model: Model<DemoSeed>) {}

  find(): Promise<DemoSeed | null> {
    return this.model.findOne({ name: NAME }).lean<DemoSeed>().maxTimeMS(QUERY_TIMEOUT_MS).exec();
  }

  async begin(): Promise<DemoSeed> {
    return (await this.model.create({ name: NAME })).toObject();
  }

  async finish(): Promise<void> {
    await this.model.updateOne({ name: NAME }, { $set: { finished_at: new Date() } });
  }
}

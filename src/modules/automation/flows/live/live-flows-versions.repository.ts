import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ChangeCounter } from '../../../../core/tenancy/index.js';
import { LiveFlowsVersion } from '../schemas/live-flows-version.schema.js';

/** The number of changes of the live flows of a company. */
@Injectable()
export class LiveFlowsVersionsRepository extends ChangeCounter<LiveFlowsVersion> {
  constructor(@InjectModel(LiveFlowsVersion.name) model: Model<LiveFlowsVersion>) {
    super(model);
  }
}

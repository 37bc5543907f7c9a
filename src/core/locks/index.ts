import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { LaneLeaseRecord, LaneLeaseSchema } from './lane-lease.schema.js';
import { LaneLeasesRepository } from './lane-leases.repository.js';
import { Lanes } from './lanes.js';

/** Ordered work a customer, over any number of processes. */
@Global()
@Module({
  imports: [MongooseModule.forFeature([{ name: LaneLeaseRecord.name, schema: LaneLeaseSchema }])],
  providers: [LaneLeasesRepository, Lanes],
  exports: [Lanes],
})
export class LanesModule {}

export { LANE_TTL_MS, type LaneLease, Lanes } from './lanes.js';

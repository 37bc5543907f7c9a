import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { LockLeaseRecord, LockLeaseSchema } from './lock-lease.schema.js';
import { LockLeasePurger } from './lock-lease-purger.js';
import { LockLeasesRepository } from './lock-leases.repository.js';
import { KeyedLocks } from './keyed-locks.js';

@Global()
@Module({
  imports: [MongooseModule.forFeature([{ name: LockLeaseRecord.name, schema: LockLeaseSchema }])],
  providers: [LockLeasesRepository, LockLeasePurger, KeyedLocks],
  exports: [KeyedLocks],
})
export class LocksModule {}

export { LOCK_TTL_MS, type LockLease, KeyedLocks } from './keyed-locks.js';

import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DurableLimits } from './durable-limits.js';
import { LimitCount, LimitCountSchema } from './limit-count.schema.js';

@Global()
@Module({
  imports: [MongooseModule.forFeature([{ name: LimitCount.name, schema: LimitCountSchema }])],
  providers: [DurableLimits],
  exports: [DurableLimits],
})
export class LimitsModule {}

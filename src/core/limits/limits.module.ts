import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DurableLimiter } from './durable-limiter.js';
import { LimitCount, LimitCountSchema } from './limit-count.schema.js';

@Global()
@Module({
  imports: [MongooseModule.forFeature([{ name: LimitCount.name, schema: LimitCountSchema }])],
  providers: [DurableLimiter],
  exports: [DurableLimiter],
})
export class LimitsModule {}

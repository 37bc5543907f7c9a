import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { FlowVersionsRepository } from './flow-versions.repository.js';
import { FlowsRepository } from './flows.repository.js';
import { LiveFlows } from './live/live-flows.js';
import { LiveFlowsVersionsRepository } from './live/live-flows-versions.repository.js';
import { Flow, FlowSchema } from './schemas/flow.schema.js';
import { FlowVersion, FlowVersionSchema } from './schemas/flow-version.schema.js';
import { LiveFlowsVersion, LiveFlowsVersionSchema } from './schemas/live-flows-version.schema.js';

/** The definitions of flows: drafts, versions, and what is live. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Flow.name, schema: FlowSchema },
      { name: FlowVersion.name, schema: FlowVersionSchema },
      { name: LiveFlowsVersion.name, schema: LiveFlowsVersionSchema },
    ]),
  ],
  providers: [FlowVersionsRepository, FlowsRepository, LiveFlows, LiveFlowsVersionsRepository],
  exports: [LiveFlows],
})
export class FlowsModule {}

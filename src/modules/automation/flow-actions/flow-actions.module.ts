import { Module } from '@nestjs/common';
import { FlowActions } from './flow-actions.js';
import { FlowFactsService } from './flow-facts.service.js';

@Module({
  providers: [FlowActions, FlowFactsService],
  exports: [FlowActions, FlowFactsService],
})
export class FlowActionsModule {}

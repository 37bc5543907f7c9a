import { Module } from '@nestjs/common';
import { AssistantFactsModule } from '../../assistant-facts/index.js';
import { AssistantSetupModule } from '../../assistant-setup/index.js';
import { KnowledgeModule } from '../../knowledge/index.js';
import { DryTurnsModule } from '../dry/dry-turns.module.js';
import { TrialMemory } from './trial-memory.js';
import { Trials } from './trials.service.js';
import { TryController } from './try.controller.js';

/** Talks to the assistant without any effect. */
@Module({
  imports: [AssistantFactsModule, AssistantSetupModule, DryTurnsModule, KnowledgeModule],
  controllers: [TryController],
  providers: [TrialMemory, Trials],
})
export class AssistantTryModule {}

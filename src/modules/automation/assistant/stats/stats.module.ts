import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../../accounts/companies/index.js';
import { AssistantTurn, AssistantTurnSchema } from '../schemas/assistant-turn.schema.js';
import { AssistantStatsController } from './assistant-stats.controller.js';
import { AssistantStats } from './assistant-stats.service.js';
import { TurnStatsRepository } from './turn-stats.repository.js';

/** Numbers of the assistant. */
@Module({
  imports: [MongooseModule.forFeature([{ name: AssistantTurn.name, schema: AssistantTurnSchema }]), CompaniesModule],
  controllers: [AssistantStatsController],
  providers: [AssistantStats, TurnStatsRepository],
})
export class AssistantStatsModule {}

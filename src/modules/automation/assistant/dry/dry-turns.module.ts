import { Module } from '@nestjs/common';
import { AssistantSetupModule } from '../../assistant-setup/index.js';
import { LanguageModelsModule } from '../../language-models/index.js';
import { DryModel } from './dry-model.service.js';

/** Turns without any effect, for trials and replays. */
@Module({ imports: [AssistantSetupModule, LanguageModelsModule], providers: [DryModel], exports: [DryModel] })
export class DryTurnsModule {}

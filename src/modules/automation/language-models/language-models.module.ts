import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { LanguageModelsController } from './language-models.controller.js';
import { LanguageModels } from './language-models.service.js';
import { ModelSettingsRepository } from './model-settings.repository.js';
import { ModelSettingsService } from './model-settings.service.js';
import { ModelSettings, ModelSettingsSchema } from './schemas/model-settings.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: ModelSettings.name, schema: ModelSettingsSchema }])],
  controllers: [LanguageModelsController],
  providers: [ModelSettingsRepository, ModelSettingsService, LanguageModels],
  exports: [LanguageModels],
})
export class LanguageModelsModule {}

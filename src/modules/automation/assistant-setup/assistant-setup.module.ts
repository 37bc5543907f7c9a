import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { NotificationCenterModule } from '../../accounts/notification-center/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { ChannelsModule } from '../../inbox/channels/index.js';
import { LanguageModelsModule } from '../language-models/index.js';
import type {} from './assistant-setup.events.js';
import { AssistantPrompt, AssistantPromptSchema } from './prompts/assistant-prompt.schema.js';
import { AssistantPromptsRepository } from './prompts/assistant-prompts.repository.js';
import { PromptPresenter } from './prompts/prompt-presenter.js';
import { PromptsController } from './prompts/prompts.controller.js';
import { PromptsService } from './prompts/prompts.service.js';
import { AssistantSettingsController } from './settings/assistant-settings.controller.js';
import { AssistantSettingsRepository } from './settings/assistant-settings.repository.js';
import { StoredAssistantSettings, StoredAssistantSettingsSchema } from './settings/assistant-settings.schema.js';
import { AssistantSettings } from './settings/assistant-settings.service.js';
import { AssistantSpendRepository } from './spend/assistant-spend.repository.js';
import { SpentMonth, SpentMonthSchema } from './spend/assistant-spend.schema.js';
import { AssistantSpend } from './spend/assistant-spend.service.js';
import { ModelBudget } from './spend/model-budget.service.js';

/** Settings, prompts and costs of the assistant of a company. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: AssistantPrompt.name, schema: AssistantPromptSchema },
      { name: SpentMonth.name, schema: SpentMonthSchema },
      { name: StoredAssistantSettings.name, schema: StoredAssistantSettingsSchema },
    ]),
    ChannelsModule,
    CompaniesModule,
    LanguageModelsModule,
    NotificationCenterModule,
    UsersModule,
  ],
  controllers: [AssistantSettingsController, PromptsController],
  providers: [
    AssistantPromptsRepository,
    AssistantSettings,
    AssistantSettingsRepository,
    AssistantSpend,
    AssistantSpendRepository,
    ModelBudget,
    PromptPresenter,
    PromptsService,
  ],
  exports: [AssistantSettings, AssistantSpend, ModelBudget, PromptsService],
})
export class AssistantSetupModule {}

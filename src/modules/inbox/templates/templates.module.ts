import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ChannelsModule } from '../channels/index.js';
import { Template, TemplateSchema } from './schemas/template.schema.js';
import { TemplateSyncScheduler } from './sync/template-sync.scheduler.js';
import { TemplateFiller } from './template-filler.service.js';
import { TemplateProviders } from './template-providers.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

/** Templates of WhatsApp: our copy of the provider's list, and the checks before a template is sent. */
@Module({
  imports: [MongooseModule.forFeature([{ name: Template.name, schema: TemplateSchema }]), ChannelsModule],
  controllers: [TemplatesController],
  providers: [TemplatesRepository, TemplateProviders, TemplatesService, TemplateFiller, TemplateSyncScheduler],
  exports: [TemplateProviders, TemplateFiller, TemplateSyncScheduler],
})
export class TemplatesModule {}

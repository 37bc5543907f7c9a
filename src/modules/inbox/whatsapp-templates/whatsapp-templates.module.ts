import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { MetaModule } from '../meta/index.js';
import { TemplatesModule } from '../templates/index.js';
import { GraphTemplateProvider } from './graph-template-provider.js';
import { WhatsappTemplatesRegistration } from './whatsapp-templates.registration.js';

/** Reads, makes and deletes templates by Meta's API, and handles its notices. */
@Module({
  imports: [ChannelsModule, MetaModule, TemplatesModule],
  providers: [GraphTemplateProvider, WhatsappTemplatesRegistration],
})
export class WhatsappTemplatesModule {}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChannelDirectory } from '../channels/index.js';
import { WebhookFieldHandlers, GRAPH } from '../meta/index.js';
import { TemplateProviders, TemplateSyncScheduler } from '../templates/index.js';
import { GraphTemplateProvider } from './graph-template-provider.js';

/** The webhook fields that report a changed template. */
const FIELDS = [
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
];

/** A notice only causes the templates to be read again, so the order of notices does not matter. */
@Injectable()
export class WhatsappTemplatesRegistration implements OnModuleInit {
  constructor(
    private readonly providers: TemplateProviders,
    private readonly graph: GraphTemplateProvider,
    private readonly fieldHandlers: WebhookFieldHandlers,
    private readonly channels: ChannelDirectory,
    private readonly syncs: TemplateSyncScheduler,
  ) {}

  onModuleInit(): void {
    this.providers.register({ platform: 'whatsapp', provider: GRAPH }, this.graph);
    for (const field of FIELDS) this.fieldHandlers.register(field, ({ accountId }) => this.readAgain(accountId));
  }

  private async readAgain(wabaId: string): Promise<void> {
    const channels = await this.channels.findBySubscribedNode(wabaId);
    await Promise.all(channels.map(({ _id, scope }) => this.syncs.request(scope.id, _id)));
  }
}

import { Injectable } from '@nestjs/common';
import { type ChannelKind, channelKindKey } from '../channels/index.js';
import type { TemplateProvider } from './template-provider.js';

/** A channel kind with templates registers its provider in `onModuleInit`. */
@Injectable()
export class TemplateProviders {
  private readonly providers = new Map<string, TemplateProvider>();

  register(kind: ChannelKind, provider: TemplateProvider): void {
    this.providers.set(channelKindKey(kind), provider);
  }

  /** Undefined for a kind without templates. */
  find(kind: ChannelKind): TemplateProvider | undefined {
    return this.providers.get(channelKindKey(kind));
  }
}

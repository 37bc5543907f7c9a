import { Injectable } from '@nestjs/common';
import { KeyedLocks } from '../../../core/locks/index.js';
import type { CompanyScope, IdLike } from '../../../core/tenancy/index.js';
import { type ChannelCredentials, ChannelDirectory } from '../channels/index.js';
import { assertNewTemplate } from './new-template.js';
import type { Template } from './schemas/template.schema.js';
import type { NewTemplate, TemplateProvider } from './template-provider.js';
import { TemplateProviders } from './template-providers.js';
import { refusal } from './template-values.js';
import { TemplatesRepository } from './templates.repository.js';

interface Account {
  readonly provider: TemplateProvider;
  readonly credentials: ChannelCredentials;
}

/** Keeps our copy of the provider's templates. Changes of one channel run one at a time. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly channels: ChannelDirectory,
    private readonly providers: TemplateProviders,
    private readonly locks: KeyedLocks,
  ) {}

  /**
   * Replaces our copy with the provider's list.
   * @returns how many templates the channel has
   * @throws AppError NOT_FOUND | CHANNEL_HAS_NO_TOKEN | CHANNEL_UNVERIFIED | CHANNEL_HAS_NO_TEMPLATES, or an error of
   *   the provider
   */
  sync(scope: CompanyScope, channelId: IdLike): Promise<number> {
    return this.withChannelLock(channelId, async () => {
      const { provider, credentials } = await this.account(scope, channelId);
      const listed = await provider.list(credentials);
      const now = new Date();
      for (const template of listed) await this.templates.put(scope, channelId, template, now);
      await this.templates.removeOlder(scope, channelId, now);
      return listed.length;
    });
  }

  /** Asks the provider for the approval of a template. @throws AppError like {@link sync}, and VALIDATION_ERROR */
  create(scope: CompanyScope, channelId: IdLike, template: NewTemplate): Promise<Template> {
    assertNewTemplate(template);
    return this.withChannelLock(channelId, async () => {
      const { provider, credentials } = await this.account(scope, channelId);
      const made = await provider.create(credentials, template);
      return this.templates.put(scope, channelId, made, new Date());
    });
  }

  /** @throws AppError like {@link sync} */
  async remove(scope: CompanyScope, id: IdLike): Promise<void> {
    const { channel_id: channelId } = await this.templates.getById(scope, id);
    await this.withChannelLock(channelId, async () => {
      const template = await this.templates.getById(scope, id);
      const { provider, credentials } = await this.account(scope, channelId);
      await provider.remove(credentials, template);
      await this.templates.deleteById(scope, id);
    });
  }

  private async account(scope: CompanyScope, channelId: IdLike): Promise<Account> {
    const credentials = await this.channels.credentials(scope, channelId);
    const provider = this.providers.find(credentials.channel);
    if (provider) return { provider, credentials };
    throw refusal('CHANNEL_HAS_NO_TEMPLATES', 'Only WhatsApp channels have templates. Choose a WhatsApp channel');
  }

  /** So that an older list does not remove a template that was just made. */
  private withChannelLock<T>(channelId: IdLike, work: () => Promise<T>): Promise<T> {
    return this.locks.withLock(`templates:${channelId.toString()}`, work);
  }
}

import { Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { MAIL_FOLDER } from '../../../accounts/notifications/index.js';
import { AppConfig } from '../../../../core/config/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ChannelDirectory, ChannelsService, type DirectoryChannel } from '../../channels/index.js';
import type { MetaAccountDto, MetaStatusDto, PracticeDto } from '../dto/meta-account.dto.js';
import { GRAPH, META_PLATFORMS, type MetaPlatform } from '../meta-platforms.js';

const ID_DIGITS = 12;

type MetaChannel = DirectoryChannel & { platform: MetaPlatform };

@Injectable()
export class MetaAccountService {
  constructor(
    private readonly directory: ChannelDirectory,
    private readonly channels: ChannelsService,
    private readonly config: AppConfig,
  ) {}

  /** The oldest first. */
  async accounts(scope: CompanyScope): Promise<MetaAccountDto[]> {
    const live = await this.directory.findLive(scope);
    return live.filter(isOfMeta).map(({ _id, platform, external_id, name, state }) => ({
      channel_id: _id,
      platform,
      external_id,
      name,
      state,
    }));
  }

  async status(scope: CompanyScope): Promise<MetaStatusDto> {
    const accounts = await this.accounts(scope);
    const { metaWebhookVerifyToken, metaWebhookSecrets } = this.config;
    return {
      connected: accounts.some(({ state }) => state === 'live'),
      needs_reconnect: accounts.filter(({ state }) => state === 'needs_reconnect').length,
      webhook_ready: Boolean(metaWebhookVerifyToken) && metaWebhookSecrets.length > 0,
      accounts,
      practice: this.practice(scope),
    };
  }

  /** @returns how many accounts were disconnected */
  disconnect(scope: CompanyScope, platform: MetaPlatform | undefined): Promise<number> {
    return this.channels.disconnectAll(scope, GRAPH, platform ? [platform] : META_PLATFORMS);
  }

  private practice({ id }: CompanyScope): PracticeDto | null {
    const { practicePhoneUrl, smtpUrl, dataDir } = this.config;
    if (!practicePhoneUrl) return null;
    // An id of a Page is a number: the last digits of the company's id keep companies apart.
    const pageId = `1900${BigInt(`0x${id.slice(-ID_DIGITS)}`)}`;
    const access_token = `sandbox-practice-${pageId}`;
    const account = { platform: 'facebook' as const, external_id: pageId, name: 'Practice', access_token };
    const mail_folder = smtpUrl ? null : join(dataDir, MAIL_FOLDER);
    return { phone_url: practicePhoneUrl, mail_folder, account };
  }
}

function isOfMeta(channel: DirectoryChannel): channel is MetaChannel {
  return channel.provider === GRAPH;
}

import { Injectable, Logger } from '@nestjs/common';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CannedRepliesRepository } from '../../inbox/canned-replies/index.js';
import { ChannelSelfTest, ChannelsService } from '../../inbox/channels/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import type { DemoCannedReply, DemoChannel, DemoCompany } from './data/demo-data.js';

const MAX_CHANNELS = 100;

/** Channels and canned replies of the demo companies. */
@Injectable()
export class DemoInboxSeeder {
  private readonly logger = new Logger(DemoInboxSeeder.name);

  constructor(
    private readonly accounts: AccountsRepository,
    private readonly channels: ChannelsService,
    private readonly selfTest: ChannelSelfTest,
    private readonly cannedReplies: CannedRepliesRepository,
  ) {}

  /** @returns the id of the channel, which stays `unverified` until the sandbox answers */
  async plantChannel(scope: CompanyScope, channel: DemoChannel): Promise<string> {
    const { items } = await this.channels.list(scope, {}, { limit: MAX_CHANNELS });
    const own = items.find((item) => item.platform === channel.platform && item.external_id === channel.external_id);
    return (own ?? (await this.channels.connect(scope, channel)))._id;
  }

  async addCannedReplies(scope: CompanyScope, replies: readonly DemoCannedReply[]): Promise<void> {
    const { items } = await this.cannedReplies.list(scope, {});
    const missing = replies.filter(({ shortcut }) => !items.some((known) => known.shortcut === shortcut));
    await Promise.all(missing.map((reply) => this.cannedReplies.create(scope, reply)));
  }

  /** For accounts that were made while the sandbox was not running. */
  async prove({ owner, name, channels }: DemoCompany): Promise<void> {
    const user = await this.accounts.findByEmail(owner.email);
    if (!user) return;
    const scope = CompanyScope.of(user.company_id);
    const { items } = await this.channels.list(scope, { state: 'unverified' }, { limit: MAX_CHANNELS });
    const planted = items.filter(({ external_id }) => channels.some((channel) => channel.external_id === external_id));
    for (const { _id, platform } of planted) {
      const report = await this.selfTest.run(scope, _id);
      if (!report.ok) this.logger.warn(`${platform} of ${name} is not connected: ${report.steps.at(-1)?.message}`);
    }
  }
}

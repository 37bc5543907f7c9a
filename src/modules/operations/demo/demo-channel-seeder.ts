import { Injectable, Logger } from '@nestjs/common';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelSelfTest, ChannelsService } from '../../inbox/channels/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import type { DemoChannel, DemoCompany } from './data/demo-data.js';

const MAX_CHANNELS = 100;

@Injectable()
export class DemoChannelSeeder {
  private readonly logger = new Logger(DemoChannelSeeder.name);

  constructor(
    private readonly accounts: AccountsRepository,
    private readonly channels: ChannelsService,
    private readonly selfTest: ChannelSelfTest,
  ) {}

  /** @returns the id of the channel, which stays `unverified` until the sandbox answers */
  async plant(scope: CompanyScope, channel: DemoChannel): Promise<string> {
    const { items } = await this.channels.list(scope, {}, { limit: MAX_CHANNELS });
    const own = items.find((item) => item.platform === channel.platform && item.external_id === channel.external_id);
    return (own ?? (await this.channels.connect(scope, channel)))._id;
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

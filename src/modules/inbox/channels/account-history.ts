import { Injectable } from '@nestjs/common';
import { CompanyScope, type IdLike } from '../../../core/tenancy/index.js';
import { isProven } from './channel-claim.js';
import { ChannelsRepository } from './channels.repository.js';
import type { Channel } from './schemas/channel.schema.js';

const BATCH = 500;
const EVER = new Date(0);

export interface ProvenAccount {
  readonly scope: CompanyScope;
  readonly channel: Channel;
  readonly eventsFrom: Date;
}

/** Decides which stored events a new holder of an account gets. */
@Injectable()
export class AccountHistory {
  constructor(private readonly channels: ChannelsRepository) {}

  async recentlyProven(): Promise<ProvenAccount[]> {
    const channels = await this.channels.findReopening(BATCH);
    return Promise.all(channels.map((channel) => this.withEventsFrom(channel)));
  }

  /** @returns now while the channel holds its account, else when it gave the account up; the epoch if it never held it */
  async heldUntil(scope: CompanyScope, channelId: IdLike): Promise<Date> {
    const channel = await this.channels.getById(scope, channelId);
    return isProven(channel) ? new Date() : (channel.released_at ?? EVER);
  }

  async finishReopening({ scope, channel }: ProvenAccount, now: Date): Promise<void> {
    if (channel.reopen_until && channel.reopen_until <= now) await this.channels.endReopening(scope, channel);
  }

  private async withEventsFrom(channel: Channel): Promise<ProvenAccount> {
    const scope = CompanyScope.of(channel.company_id);
    const last = await this.channels.findLastHolder(channel);
    const eventsFrom = last ? (last._id.equals(channel._id) ? last.released_at : channel.proven_at) : EVER;
    const events_from = eventsFrom ?? EVER;
    await this.channels.updateLive(scope, channel._id, { events_from });
    return { scope, channel, eventsFrom: events_from };
  }
}

import { Injectable } from '@nestjs/common';
import { CompanyScope, type IdLike } from '../../../core/tenancy/index.js';
import { isProven } from './channel-claim.js';
import { ChannelsRepository } from './channels.repository.js';
import type { Channel } from './schemas/channel.schema.js';

const BATCH = 500;
/** Nobody held the account before, so all its events go to the first holder. */
const EVER = new Date(0);

/** A channel that was proven a short while ago. */
export interface ProvenTenure {
  readonly scope: CompanyScope;
  readonly channel: Channel;
  /** Events received from then on are the company's. */
  readonly eventsFrom: Date;
}

/** Finds out which company held an account last, and from that which events a new holder may have. */
@Injectable()
export class ChannelTenure {
  constructor(private readonly channels: ChannelsRepository) {}

  /** Channels that were proven a short while ago, with the time from which the account's events are theirs. */
  async beginning(): Promise<ProvenTenure[]> {
    const channels = await this.channels.findReopening(BATCH);
    return Promise.all(channels.map((channel) => this.settle(channel)));
  }

  /** @returns now while the channel holds its account, else when it gave the account up; the epoch if it never held it */
  async heldUntil(scope: CompanyScope, channelId: IdLike): Promise<Date> {
    const channel = await this.channels.getById(scope, channelId);
    return isProven(channel) ? new Date() : (channel.released_at ?? EVER);
  }

  /** Call it after the events up to `now` are reopened. It ends the reopening once `reopen_until` has passed. */
  async reopened({ scope, channel }: ProvenTenure, now: Date): Promise<void> {
    if (channel.reopen_until && channel.reopen_until <= now) await this.channels.endReopening(scope, channel);
  }

  /** The answer does not change while the channel is proven, since nobody else can hold the account meanwhile. */
  private async settle(channel: Channel): Promise<ProvenTenure> {
    const scope = CompanyScope.of(channel.company_id);
    const last = await this.channels.findLastHolder(channel);
    const eventsFrom = last ? (last._id.equals(channel._id) ? last.released_at : channel.proven_at) : EVER;
    const events_from = eventsFrom ?? EVER;
    await this.channels.updateLive(scope, channel._id, { events_from });
    return { scope, channel, eventsFrom: events_from };
  }
}

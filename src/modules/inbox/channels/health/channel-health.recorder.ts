import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Jobs } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Platform } from '../../../customers/contacts/index.js';
import { ChannelDirectory, type DirectoryChannel, toDirectoryChannel } from '../channel-directory.js';
import { CheckChannel } from '../channels.jobs.js';
import { ChannelsRepository } from '../channels.repository.js';
import type { AccountEventKind } from '../schemas/channel.schema.js';

const MAX_CHANNELS_IN_MEMORY = 5_000;
/** A channel's success is stored at most this often. */
const SUCCESS_INTERVAL_MS = 5_000;

type Account = Pick<DirectoryChannel, '_id' | 'scope'>;

/** A notice of the provider about one account, or about all accounts of a node. */
export interface AccountNotice {
  /** The id of the account, or of the node that its channels get events through. */
  readonly node: string;
  readonly at: Date;
  /** Null: the provider took an earlier event back. */
  readonly event: { readonly kind: AccountEventKind; readonly message: string } | null;
}

/** Updates the health of a channel after sends and events. Tells the company of a change. */
@Injectable()
export class ChannelHealthRecorder {
  private readonly logger = new Logger(ChannelHealthRecorder.name);
  private readonly succeeded = new LRUCache<string, true>({ max: MAX_CHANNELS_IN_MEMORY, ttl: SUCCESS_INTERVAL_MS });

  constructor(
    private readonly channels: ChannelsRepository,
    private readonly directory: ChannelDirectory,
    private readonly jobs: Jobs,
  ) {}

  /** Call it after a send. Never throws, because a failure here must not make the message look failed. */
  async sent({ scope, _id }: Account): Promise<void> {
    await this.quietly(_id, async () => {
      await this.directory.touch(scope, _id, 'last_out_at', new Date());
      if (this.succeeded.has(_id)) return;
      this.succeeded.set(_id, true);
      const mended = await this.channels.sendSucceeded(scope, _id);
      if (mended) this.directory.announce(mended);
    });
  }

  /** Call it if the channel is the cause of a failed send. Checks the channel soon. Never throws. */
  async sendFailed({ scope, _id }: Account, error: { code: string; message: string }): Promise<void> {
    await this.quietly(_id, async () => {
      this.succeeded.delete(_id);
      const { code, message } = error;
      const channel = await this.channels.sendFailed(scope, _id, { code, message, at: new Date() });
      if (!channel) return;
      this.directory.announce(channel);
      await this.jobs.enqueue(CheckChannel, { companyId: scope.id, channelId: _id }, { key: _id });
    });
  }

  /** Call it if another app holds a conversation. Never throws. */
  async heldByAnotherApp({ scope, _id }: Account, at: Date): Promise<void> {
    await this.quietly(_id, () => this.directory.touch(scope, _id, 'standby_at', at));
  }

  /** @returns the channels that the notice is about */
  async noticed(platform: Platform, { node, at, event }: AccountNotice, receivedAt: Date): Promise<DirectoryChannel[]> {
    const found = await this.channels.findByNode(platform, node);
    const channels = found.filter(({ events_from }) => !events_from || events_from <= receivedAt);
    for (const { _id, company_id } of channels) {
      const stored = await this.channels.noteAccountEvent(
        CompanyScope.of(company_id),
        _id,
        event && { ...event, at },
        at,
      );
      if (stored) this.directory.announce(stored);
    }
    return channels.map(toDirectoryChannel);
  }

  private async quietly(channelId: string, note: () => Promise<void>): Promise<void> {
    await note().catch((error: unknown) =>
      this.logger.warn(`the health of channel ${channelId} was not noted: ${String(error)}`),
    );
  }
}

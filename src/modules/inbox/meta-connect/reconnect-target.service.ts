import { Injectable } from '@nestjs/common';
import type { CompanyScope, IdLike } from '../../../core/tenancy/index.js';
import { ChannelDirectory, ChannelsService, type ChannelView } from '../channels/index.js';
import { GRAPH, META_PLATFORMS, type MetaPlatform } from '../meta/index.js';
import { scopeOf } from './connection-progress.js';
import { reconnectUnsupported } from './meta-connect.errors.js';
import type { MetaConnection } from './schemas/meta-connection.schema.js';

/** Finds the channel that a log-in connects again. */
@Injectable()
export class ReconnectTarget {
  constructor(
    private readonly channels: ChannelsService,
    private readonly directory: ChannelDirectory,
  ) {}

  /** @returns undefined for a log-in that connects new channels */
  async of(connection: MetaConnection): Promise<ChannelView | undefined> {
    const { channel_id } = connection;
    return channel_id && this.channels.get(scopeOf(connection), channel_id);
  }

  /** The kind of log-in that the channel needs. @throws AppError NOT_FOUND | RECONNECT_UNSUPPORTED */
  async productOf(scope: CompanyScope, channelId: IdLike): Promise<MetaPlatform> {
    const { provider } = await this.directory.kindOf(scope, channelId);
    const { platform, settings } = await this.channels.get(scope, channelId);
    const product = META_PLATFORMS.find((each) => each === platform);
    if (provider !== GRAPH || !product) throw reconnectUnsupported();
    // An Instagram account that is linked to a Page needs a log-in at Facebook.
    return product === 'instagram' && settings['page_id'] ? 'facebook' : product;
  }
}

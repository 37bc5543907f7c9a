import { Injectable } from '@nestjs/common';
import type { AccountConnector } from './account-connector.js';
import { type ChannelKind, channelKindKey } from './channel-kinds.js';
import { platformUnsupported } from './channels.errors.js';

/** A channel module registers its connector in `onModuleInit`. */
@Injectable()
export class AccountConnectors {
  private readonly connectors = new Map<string, AccountConnector>();

  /** @throws Error when the kind has a connector already */
  register(kind: ChannelKind, connector: AccountConnector): void {
    const key = channelKindKey(kind);
    if (this.connectors.has(key)) throw new Error(`The channel kind "${key}" has a connector already`);
    this.connectors.set(key, connector);
  }

  find(kind: ChannelKind): AccountConnector | undefined {
    return this.connectors.get(channelKindKey(kind));
  }

  /** @throws AppError PLATFORM_UNSUPPORTED */
  get(kind: ChannelKind): AccountConnector {
    const connector = this.find(kind);
    if (!connector) throw platformUnsupported(kind.platform);
    return connector;
  }
}

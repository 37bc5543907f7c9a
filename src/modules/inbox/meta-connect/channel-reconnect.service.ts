import { Injectable, Logger } from '@nestjs/common';
import { AccountConnecting } from './account-connecting.service.js';
import { RunReplaced, scopeOf } from './connection-progress.js';
import { MetaConnectionsRepository } from './meta-connections.repository.js';
import type { MetaConnection } from './schemas/meta-connection.schema.js';

/**
 * Connects a channel again without a further click, once the person who started the log-in has come back to the page.
 * Otherwise somebody could send the link of a log-in to another person and get access to that person's account.
 */
@Injectable()
export class ChannelReconnect {
  private readonly logger = new Logger(ChannelReconnect.name);

  constructor(
    private readonly connections: MetaConnectionsRepository,
    private readonly connecting: AccountConnecting,
  ) {}

  /** Whether the log-in can be finished without a choice or a PIN. After a failed try its starter chooses again. */
  isReady({ state, channel_id, accounts, steps }: MetaConnection): boolean {
    const needsPin = accounts.some(({ needs_pin }) => needs_pin);
    const wasTried = steps.some(({ external_id }) => external_id !== undefined);
    return channel_id !== undefined && state === 'choosing' && !needsPin && !wasTried;
  }

  /** @returns null if another run is alive */
  begin(opened: MetaConnection): Promise<MetaConnection | null> {
    return this.connections.begin(scopeOf(opened), opened._id, 'choosing', { state: 'connecting' });
  }

  /** Never throws: after an interruption the accounts can be chosen again. */
  async run(begun: MetaConnection): Promise<void> {
    const ids = begun.accounts.filter(({ connectable }) => connectable).map(({ external_id }) => external_id);
    try {
      await this.connecting.connectAll(begun, ids);
    } catch (error) {
      if (!(error instanceof RunReplaced)) this.logger.error('a reconnection was interrupted', error);
    }
  }
}

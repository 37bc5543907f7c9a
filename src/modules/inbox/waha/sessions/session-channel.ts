import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ChannelSelfTest, ChannelsService } from '../../channels/index.js';
import { WORKING } from '../waha.constants.js';
import { ServerSessions } from './server-sessions.js';
import { isDown } from './session-watch.js';
import type { WhatsappSession } from './whatsapp-session.schema.js';

/** Keeps the channel of a session in step: live while the phone is connected, else it needs a person. */
@Injectable()
export class SessionChannel {
  constructor(
    private readonly channels: ChannelsService,
    private readonly selfTest: ChannelSelfTest,
    private readonly servers: ServerSessions,
  ) {}

  /** @throws AppError of the self-test; call it again then */
  async follow(scope: CompanyScope, before: WhatsappSession, after: WhatsappSession): Promise<void> {
    const { channel_id, status, phone, last_error } = after;
    if (!channel_id) return;
    const { state } = await this.channels.get(scope, channel_id);
    // The process that disconnected it ended before the session was removed.
    if (state === 'disconnected') return this.servers.drop(scope, after);
    const isBehind = (status === WORKING && state !== 'live') || (isDown(status) && state === 'live');
    const isNews = status !== before.status || phone !== before.phone;
    const isOtherError = last_error?.code !== before.last_error?.code;
    if (isBehind || isNews || isOtherError) await this.selfTest.run(scope, channel_id);
  }
}

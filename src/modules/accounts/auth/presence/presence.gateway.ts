import { Logger } from '@nestjs/common';
import type { OnGatewayConnection } from '@nestjs/websockets';
import {
  type AuthenticatedSocket,
  companyRoom,
  RealtimeGateway,
  RealtimeService,
  userRoom,
} from '../../../../core/realtime/index.js';
import type {} from './presence.events.js';

/** The server closed the connection itself: its process ends, or the log-in has ended. */
const CLOSED_BY_SERVER = 'server namespace disconnect';

@RealtimeGateway()
export class PresenceGateway implements OnGatewayConnection {
  private readonly logger = new Logger(PresenceGateway.name);

  constructor(private readonly realtime: RealtimeService) {}

  handleConnection(socket: AuthenticatedSocket): void {
    const { companyId, userId } = socket.data.principal;
    this.realtime.whisper(companyRoom(companyId), 'user:online', { userId }, userRoom(userId));
    socket.once('disconnect', (reason: string) => {
      if (reason !== CLOSED_BY_SERVER) void this.tellOffline(companyId, userId);
    });
  }

  private async tellOffline(companyId: string, userId: string): Promise<void> {
    try {
      const others = await this.realtime.socketsIn(userRoom(userId));
      if (others.length === 0) this.realtime.whisper(companyRoom(companyId), 'user:offline', { userId });
    } catch (error) {
      this.logger.warn('could not tell that a user went offline', error);
    }
  }
}

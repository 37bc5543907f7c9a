import { Logger, type OnModuleInit } from '@nestjs/common';
import { MessageBody, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import type { Server } from 'socket.io';
import { AppConfig } from '../config/index.js';
import { Metrics } from '../metrics/index.js';
import { ShutdownPhase, ShutdownSteps } from '../shutdown/index.js';
import { CompanyScope } from '../tenancy/index.js';
import { ClientEvent, ConnectedSocket, RealtimeGateway, SocketCompany } from './gateway.decorators.js';
import { RealtimeService } from './realtime.service.js';
import { RealtimeEventsRepository } from './realtime-events.repository.js';
import { ResumeService, type ResumeAck, ResumeDto } from './resume.service.js';
import { companyRoom, roleRoom, userRoom } from './rooms.js';
import type { ServerEventMap } from './server-event-map.js';
import type { AuthenticatedSocket } from './socket.js';

const MAX_RECONNECT_DELAY_MS = 10_000;

@RealtimeGateway('session:ready', 'server:draining')
export class ConnectionGateway implements OnModuleInit, OnGatewayInit, OnGatewayConnection {
  private readonly logger = new Logger(ConnectionGateway.name);
  private server: Server | undefined;

  constructor(
    private readonly realtime: RealtimeService,
    private readonly events: RealtimeEventsRepository,
    private readonly replays: ResumeService,
    private readonly metrics: Metrics,
    private readonly shutdown: ShutdownSteps,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.metrics.addSocketCount(() => this.server?.engine.clientsCount ?? 0);
    this.shutdown.register(ShutdownPhase.SocketsDrain, 'sockets', () => this.drain());
  }

  afterInit(server: Server): void {
    this.server = server;
    this.realtime.attach(server);
  }

  async handleConnection(socket: AuthenticatedSocket): Promise<void> {
    const { companyId, userId, role } = socket.data.principal;
    await socket.join([companyRoom(companyId), roleRoom(companyId, role), userRoom(userId)]);
    if (this.config.accessLog) this.logEnd(socket);
    try {
      const seq = await this.events.latestSeq(CompanyScope.of(companyId));
      socket.emit('session:ready', { seq, userId, companyId });
    } catch (error) {
      this.logger.error('could not read the event sequence', error);
    }
  }

  @ClientEvent('resume', 'profile:manage')
  resume(
    @SocketCompany() scope: CompanyScope,
    @ConnectedSocket() socket: AuthenticatedSocket,
    @MessageBody() { since }: ResumeDto,
  ): Promise<ResumeAck> {
    return this.replays.run(scope, socket, since);
  }

  /** Sends the clients of this process to another one, spread over time. */
  private drain(): void {
    const farewell: ServerEventMap['server:draining'] = { reconnectWithinMs: MAX_RECONNECT_DELAY_MS };
    this.server?.local.emit('server:draining', farewell);
    this.server?.local.disconnectSockets(true);
  }

  private logEnd(socket: AuthenticatedSocket): void {
    const { companyId, userId } = socket.data.principal;
    const connectedAt = performance.now();
    socket.once('disconnect', (reason: string) => {
      const ms = Math.round(performance.now() - connectedAt);
      this.logger.log({ message: `socket closed: ${reason}`, reason, ms, companyId, userId, socket_id: socket.id });
    });
  }
}

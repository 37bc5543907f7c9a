import { Logger, type OnModuleInit } from '@nestjs/common';
import { MessageBody, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { IsInt, Min } from 'class-validator';
import type { Server } from 'socket.io';
import { AppError } from '../errors/index.js';
import { EventBus } from '../events/index.js';
import { Metrics } from '../metrics/index.js';
import { ShutdownPhase, ShutdownSteps } from '../shutdown/index.js';
import { CompanyScope } from '../tenancy/index.js';
import { ClientEvent, ConnectedSocket, RealtimeGateway, SocketCompany } from './gateway.decorators.js';
import { Realtime } from './realtime.js';
import { RealtimeEventsRepository } from './realtime-events.repository.js';
import { companyRoom, sessionRoom, userRoom } from './rooms.js';
import type { ServerEventMap } from './server-event-map.js';
import type { AuthenticatedSocket } from './socket.js';

/** A client that missed more loads its screen afresh instead. */
export const MAX_REPLAYED_EVENTS = 500;
/** Clients draw their own delay below this after a drain. */
const MAX_RECONNECT_DELAY_MS = 10_000;

export class ResumeDto {
  /** The last `seq` the client has seen. */
  @IsInt()
  @Min(0)
  since!: number;
}

/** Acknowledgement of `resume`: `reset` means that the gap is too large or too old and the client must load afresh. */
export interface ResumeAck {
  ok: true;
  seq: number;
  replayed: number;
  reset: boolean;
}

/** Connections themselves: rooms, the end of a token or a session, and catching up after an absence. */
@RealtimeGateway()
export class ConnectionGateway implements OnModuleInit, OnGatewayInit, OnGatewayConnection {
  private readonly logger = new Logger(ConnectionGateway.name);
  private server: Server | undefined;

  constructor(
    private readonly realtime: Realtime,
    private readonly events: RealtimeEventsRepository,
    private readonly bus: EventBus,
    private readonly metrics: Metrics,
    private readonly shutdown: ShutdownSteps,
  ) {}

  onModuleInit(): void {
    this.metrics.addSocketCount(() => this.server?.engine.clientsCount ?? 0);
    this.shutdown.register(ShutdownPhase.SocketsDrain, 'sockets', () => this.drain());
    this.bus.on('sessions.ended', ({ sessionIds }) => {
      for (const sessionId of sessionIds) {
        this.server?.in(sessionRoom(sessionId)).emit('session:ended', { code: 'INVALID_TOKEN' });
        this.server?.in(sessionRoom(sessionId)).disconnectSockets(true);
      }
    });
  }

  afterInit(server: Server): void {
    this.server = server;
    this.realtime.attach(server);
  }

  async handleConnection(socket: AuthenticatedSocket): Promise<void> {
    const { principal, expiresAt } = socket.data;
    const { companyId, userId, sessionId } = principal;
    await socket.join([companyRoom(companyId), userRoom(userId), sessionRoom(sessionId)]);
    this.endWithToken(socket, expiresAt);
    try {
      const seq = await this.events.latestSeq(CompanyScope.of(companyId));
      socket.emit('session:ready', { seq, userId, companyId });
    } catch (error) {
      // The client can still resume from what it knows.
      this.logger.error('could not read the event sequence', error);
    }
  }

  @ClientEvent('resume', 'conversations:read')
  async resume(
    @SocketCompany() scope: CompanyScope,
    @ConnectedSocket() socket: AuthenticatedSocket,
    @MessageBody() { since }: ResumeDto,
  ): Promise<ResumeAck> {
    const latest = await this.events.latestSeq(scope);
    if (since > latest) throw AppError.validation([{ field: 'since', message: 'since lies in the future' }]);
    const missed = await this.events.after(scope, since, MAX_REPLAYED_EVENTS + 1);
    const isComplete = missed.length <= MAX_REPLAYED_EVENTS && (missed[0]?.seq ?? since + 1) === since + 1;
    if (!isComplete) return { ok: true, seq: latest, replayed: 0, reset: true };
    for (const { event, data, seq } of missed) socket.emit(event, { seq, ...data });
    return { ok: true, seq: missed.at(-1)?.seq ?? latest, replayed: missed.length, reset: false };
  }

  /** Clients come back to another process, spread over a while so that they don't all come at once. */
  private drain(): void {
    const farewell: ServerEventMap['server:draining'] = { reconnectWithinMs: MAX_RECONNECT_DELAY_MS };
    this.server?.emit('server:draining', farewell);
    this.server?.disconnectSockets(true);
  }

  private endWithToken(socket: AuthenticatedSocket, expiresAt: Date): void {
    const timer = setTimeout(() => {
      socket.emit('session:ended', { code: 'TOKEN_EXPIRED' });
      socket.disconnect(true);
    }, expiresAt.getTime() - Date.now());
    socket.once('disconnect', () => clearTimeout(timer));
  }
}

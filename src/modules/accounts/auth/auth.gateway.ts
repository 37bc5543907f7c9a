import { Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { MessageBody, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import type { Server } from 'socket.io';
import { AccessTokenService, type Principal, SessionGate } from '../../../core/auth-guards/index.js';
import { EventBus } from '../../../core/events/index.js';
import {
  type AuthenticatedSocket,
  ClientEvent,
  ConnectedSocket,
  ProcessLinkMonitor,
  RealtimeGateway,
  type ServerEventMap,
  sessionRoom,
} from '../../../core/realtime/index.js';
import { sessionMismatch } from './auth.errors.js';
import { RenewSessionDto, type RenewedSession } from './dto/renew-session.dto.js';

const SWEEP_INTERVAL_MS = 10_000;
const ENDED: ServerEventMap['session:ended'] = { code: 'INVALID_TOKEN' };

/** Closes connections with their session or token, in every process. A new token prolongs a connection. */
@RealtimeGateway('session:ended')
export class AuthGateway implements OnModuleInit, OnGatewayInit, OnGatewayConnection {
  private readonly logger = new Logger(AuthGateway.name);
  private readonly expiryTimers = new WeakMap<AuthenticatedSocket, NodeJS.Timeout>();
  private server: Server | undefined;
  private wasDisconnected = false;

  constructor(
    private readonly tokens: AccessTokenService,
    private readonly sessions: SessionGate,
    private readonly processes: ProcessLinkMonitor,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('sessions.ended', ({ sessionIds }) => {
      for (const sessionId of sessionIds) this.close(sessionId);
    });
  }

  afterInit(server: Server): void {
    this.server = server;
  }

  async handleConnection(socket: AuthenticatedSocket): Promise<void> {
    const { principal, expiresAt } = socket.data;
    this.endAt(socket, expiresAt);
    socket.once('disconnect', () => clearTimeout(this.expiryTimers.get(socket)));
    await socket.join(sessionRoom(principal.sessionId));
    await this.closeIfEnded(socket);
  }

  /** A token of another session or role closes the connection, because its rooms belong to the first token. */
  @ClientEvent('session:renew', 'profile:manage')
  async renew(
    @ConnectedSocket() socket: AuthenticatedSocket,
    @MessageBody() { token }: RenewSessionDto,
  ): Promise<RenewedSession> {
    const { principal, expiresAt } = await this.tokens.authenticate(token);
    if (!isSameLogin(principal, socket.data.principal)) {
      const refusal = sessionMismatch();
      // The answer goes out before the connection is closed.
      setImmediate(() => end(socket, refusal.code));
      throw refusal;
    }
    socket.data.expiresAt = expiresAt;
    this.endAt(socket, expiresAt);
    return { ok: true, expiresAt: expiresAt.toISOString() };
  }

  /** Redis reports sessions that end in another process. Sweeps while it is away, and once after it came back. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweepWhileDisconnected(): Promise<void> {
    const isConnected = this.processes.isConnected();
    if (!isConnected || this.wasDisconnected) await this.sweep();
    this.wasDisconnected = !isConnected;
  }

  async sweep(): Promise<void> {
    const sockets = [...(this.server?.sockets.sockets.values() ?? [])] as AuthenticatedSocket[];
    for (const sessionId of new Set(sockets.map(({ data }) => data.principal.sessionId))) {
      if (!(await this.sessions.isLiveNow(sessionId))) this.closeHere(sessionId);
    }
  }

  /** The handshake may have missed the end of the session in another process. From here on its room is told. */
  private async closeIfEnded(socket: AuthenticatedSocket): Promise<void> {
    try {
      if (!(await this.sessions.isLiveNow(socket.data.principal.sessionId))) end(socket, ENDED.code);
    } catch (error) {
      this.logger.error('could not read the session of a new connection', error);
    }
  }

  private close(sessionId: string): void {
    this.closeHere(sessionId);
    const elsewhere = this.server?.in(sessionRoom(sessionId));
    elsewhere?.emit('session:ended', ENDED);
    elsewhere?.disconnectSockets(true);
  }

  /** Needs no Redis, which the adapter uses even for sockets of its own process. */
  private closeHere(sessionId: string): void {
    const here = this.server?.local.in(sessionRoom(sessionId));
    here?.emit('session:ended', ENDED);
    here?.disconnectSockets(true);
  }

  private endAt(socket: AuthenticatedSocket, time: Date): void {
    clearTimeout(this.expiryTimers.get(socket));
    const timer = setTimeout(() => end(socket, 'TOKEN_EXPIRED'), time.getTime() - Date.now());
    this.expiryTimers.set(socket, timer);
  }
}

function isSameLogin(one: Principal, other: Principal): boolean {
  return one.sessionId === other.sessionId && one.userId === other.userId && one.role === other.role;
}

function end(socket: AuthenticatedSocket, code: string): void {
  socket.emit('session:ended', { code } satisfies ServerEventMap['session:ended']);
  socket.disconnect(true);
}

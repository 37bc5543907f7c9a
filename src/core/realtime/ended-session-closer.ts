import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Server } from 'socket.io';
import { SessionGate } from '../auth-guards/index.js';
import { EventBus } from '../events/index.js';
import { ProcessLinkMonitor } from './process-link-monitor.js';
import { sessionRoom } from './rooms.js';
import type { AuthenticatedSocket } from './socket.js';

const SWEEP_INTERVAL_MS = 10_000;

/** Closes the sockets of sessions that ended, in this process and in the others. */
@Injectable()
export class EndedSessionCloser implements OnModuleInit {
  private server: Server | undefined;
  private wasDisconnected = false;

  constructor(
    private readonly sessions: SessionGate,
    private readonly processes: ProcessLinkMonitor,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('sessions.ended', ({ sessionIds }) => {
      for (const sessionId of sessionIds) this.close(sessionId);
    });
  }

  attach(server: Server): void {
    this.server = server;
  }

  /** Redis tells of sessions that end in another process. Sweeps while it is away, and once after it came back. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweepWhileDisconnected(): Promise<void> {
    const areHeard = this.processes.isConnected();
    if (!areHeard || this.wasDisconnected) await this.sweep();
    this.wasDisconnected = !areHeard;
  }

  /** Reads the session of every socket of this process and closes the sockets of those that have ended. */
  async sweep(): Promise<void> {
    const sockets = [...(this.server?.sockets.sockets.values() ?? [])] as AuthenticatedSocket[];
    for (const sessionId of new Set(sockets.map(({ data }) => data.principal.sessionId))) {
      if (!(await this.sessions.isLiveNow(sessionId))) this.closeHere(sessionId);
    }
  }

  private close(sessionId: string): void {
    this.closeHere(sessionId);
    const elsewhere = this.server?.in(sessionRoom(sessionId));
    elsewhere?.emit('session:ended', { code: 'INVALID_TOKEN' });
    elsewhere?.disconnectSockets(true);
  }

  /** Needs no Redis, which the adapter does even for the sockets of its own process. */
  private closeHere(sessionId: string): void {
    const here = this.server?.local.in(sessionRoom(sessionId));
    here?.emit('session:ended', { code: 'INVALID_TOKEN' });
    here?.disconnectSockets(true);
  }
}

import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { AccessTokenService, SessionGate } from '../auth-guards/index.js';
import { AppConfig } from '../config/index.js';
import { toErrorBody } from '../errors/index.js';
import { ShutdownSteps } from '../shutdown/index.js';
import { guardEvents } from './client-packets.js';
import { ProcessLinkMonitor, type ProcessLink } from './process-link-monitor.js';
import type { AuthenticatedSocket } from './socket.js';
import { UnsentBytes } from './unsent-bytes.js';

const MAX_GATEWAYS = 50;
const PING_INTERVAL_MS = 25_000;
const PING_TIMEOUT_MS = 60_000;
/** Client events carry ids and positions only. */
const MAX_FRAME_BYTES = 64 * 1024;
/** Every gateway adds a listener or two for the end of a connection. */
const MAX_LISTENERS = 40;

type JoinProcesses = (server: Server) => ProcessLink;
type HandshakeError = Error & { data?: { code: string } };

/** Nobody passes the handshake without a valid access token. */
export class SocketAdapter extends IoAdapter {
  private readonly config: AppConfig;
  private readonly tokens: AccessTokenService;
  private readonly shutdown: ShutdownSteps;
  private readonly sessions: SessionGate;
  private readonly processes: ProcessLinkMonitor;

  private constructor(
    app: INestApplication,
    private readonly joinProcesses: JoinProcesses | undefined,
  ) {
    super(app);
    this.config = app.get(AppConfig);
    this.tokens = app.get(AccessTokenService);
    this.shutdown = app.get(ShutdownSteps);
    this.sessions = app.get<unknown, SessionGate>(SessionGate);
    this.processes = app.get(ProcessLinkMonitor);
  }

  static async for(app: INestApplication): Promise<SocketAdapter> {
    const { redisUrl } = app.get(AppConfig);
    if (!redisUrl) return new SocketAdapter(app, undefined);
    const { joinProcesses } = await import('./join-processes.js');
    return new SocketAdapter(app, (server) => joinProcesses(server, redisUrl));
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      pingInterval: PING_INTERVAL_MS,
      pingTimeout: PING_TIMEOUT_MS,
      maxHttpBufferSize: MAX_FRAME_BYTES,
      // A refusal by the middleware below is final to a client, who should come back to another process.
      allowRequest: (_request, answer) => answer(null, !this.shutdown.isShuttingDown),
      cors: { origin: [...this.config.corsOrigins], credentials: true },
    } as ServerOptions);
    // Each gateway listens for connections.
    server.sockets.setMaxListeners(MAX_GATEWAYS);
    if (this.joinProcesses) this.processes.attach(this.joinProcesses(server));
    server.use((socket, next) => void this.authenticate(socket as AuthenticatedSocket, next));
    return server;
  }

  override async close(server: Server): Promise<void> {
    await super.close(server);
    this.processes.leave();
  }

  private async authenticate(socket: AuthenticatedSocket, next: (error?: HandshakeError) => void): Promise<void> {
    try {
      const token = (socket.handshake.auth as Record<string, unknown>)['token'];
      const { principal, expiresAt } = await this.tokens.authenticate(typeof token === 'string' ? token : '');
      socket.data = { principal, expiresAt, unsent: new UnsentBytes(socket.conn, () => closeSlow(socket)), notes: {} };
      socket.setMaxListeners(MAX_LISTENERS);
      guardEvents(socket, () => this.isLive(principal.sessionId));
      next();
    } catch (error) {
      const { code, message } = toErrorBody(error, '');
      next(Object.assign(new Error(message), { data: { code } }));
    }
  }

  /** Memory knows of sessions that ended elsewhere only while this process hears the others. */
  private isLive(sessionId: string): Promise<boolean> {
    return this.processes.isConnected() ? this.sessions.isLive(sessionId) : this.sessions.isLiveNow(sessionId);
  }
}

/** A client that reads on gets the code; otherwise the heartbeat ends the connection. */
function closeSlow(socket: AuthenticatedSocket): void {
  socket.emit('session:ended', { code: 'TOO_SLOW' });
  socket.disconnect(true);
}

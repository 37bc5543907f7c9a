import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type INestApplication, Logger } from '@nestjs/common';
import { SHUTDOWN_LIMIT_MS, ShutdownPhase, ShutdownSteps } from './shutdown-steps.js';

export interface GracefulShutdownOptions {
  /** Milliseconds between "not ready" and the first refused connection, for a load balancer to notice. */
  readonly readinessDelayMs?: number;
  /** Milliseconds of the whole shutdown before the process is killed. */
  readonly limitMs?: number;
  /** Runs after all steps. */
  readonly flushLogs?: () => Promise<void>;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** A signal so soon after the first is a copy of it: npm and `npm start` pass their own signals on. */
const SAME_WISH_MS = 1_000;
const EXIT_OK = 0;
const EXIT_TIMED_OUT = 1;

/**
 * Ends the process in order on SIGTERM or SIGINT: the registered steps, the HTTP server, then the modules. A second
 * signal or the limit ends it at once.
 */
export function installGracefulShutdown(app: INestApplication, options: GracefulShutdownOptions = {}): void {
  const { readinessDelayMs = 0, limitMs = SHUTDOWN_LIMIT_MS, flushLogs } = options;
  const logger = new Logger('Shutdown');
  const steps = app.get(ShutdownSteps);
  const server = app.getHttpServer() as Server;
  const lastAnswers = new LastAnswers(server);
  let closed: Promise<void> | undefined;
  let firstSignalAt: number | undefined;

  steps.register(ShutdownPhase.ReadinessOff, 'readiness', () => delay(readinessDelayMs));
  steps.register(ShutdownPhase.HttpClose, 'http server', () => {
    lastAnswers.begin();
    closed = closeServer(server);
  });
  steps.register(ShutdownPhase.InflightFinish, 'requests', () => closed);
  steps.register(ShutdownPhase.DatabaseClose, 'modules', () => app.close());

  const end = (signal: NodeJS.Signals): void => {
    firstSignalAt ??= performance.now();
    if (steps.isShuttingDown) {
      if (performance.now() - firstSignalAt < SAME_WISH_MS) return;
      logger.warn(`${signal} again: ending at once`);
      process.exit(EXIT_TIMED_OUT);
    }
    logger.log(`${signal}: shutting down`);
    setTimeout(() => {
      logger.error(`Not finished after ${limitMs} ms: ending hard`);
      process.exit(EXIT_TIMED_OUT);
    }, limitMs).unref();
    void steps
      .run()
      .then(() => flushLogs?.())
      .then(() => process.exit(EXIT_OK));
  };
  for (const signal of SIGNALS) process.on(signal, end);
}

/**
 * Adds `Connection: close` to answers. A proxy that keeps a connection busy would otherwise hold the server open
 * until the limit.
 */
class LastAnswers {
  private readonly open = new Set<ServerResponse>();
  private hasBegun = false;

  constructor(server: Server) {
    server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
      if (this.hasBegun) return announceEnd(response);
      this.open.add(response);
      response.once('close', () => this.open.delete(response));
    });
  }

  begin(): void {
    this.hasBegun = true;
    for (const response of this.open) announceEnd(response);
  }
}

function announceEnd(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

/** Resolves when the last request is answered; idle keep-alive connections are closed. */
function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

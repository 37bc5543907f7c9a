import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type INestApplication, Logger } from '@nestjs/common';
import { SHUTDOWN_LIMIT_MS, ShutdownPhase, ShutdownSteps } from './shutdown-steps.js';

export interface GracefulShutdownOptions {
  /** Time between "not ready" and the first refused connection, for a load balancer to notice; milliseconds. */
  readonly readinessDelayMs?: number;
  /** Longest time of the whole shutdown before the process is ended hard; milliseconds. */
  readonly limitMs?: number;
  /** Writes the last log lines, those of the shutdown included; runs after all steps. */
  readonly flushLogs?: () => Promise<void>;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/**
 * Signals so soon after the first are the same wish told again: a group gets one, and whoever in it passes its own on
 * (npm, `npm start`) sends another.
 */
const SAME_WISH_MS = 1_000;
const EXIT_OK = 0;
const EXIT_TIMED_OUT = 1;

/**
 * Ends the process in order on SIGTERM or SIGINT: the registered steps, then the HTTP server, then the modules with
 * their connections. A second signal that comes later than by forwarding, or the limit, ends it at once.
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
 * Tells clients with the answer that their connection ends. A closing server still takes requests on the connections it
 * has, so a proxy that keeps one busy would hold it open until the limit.
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

/** Resolves when the last request has been answered; keep-alive connections are closed as they fall idle. */
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

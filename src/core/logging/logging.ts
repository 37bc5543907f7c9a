import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteStream } from 'node:tty';
import type { LoggerService } from '@nestjs/common';
import { WinstonModule } from 'nest-winston';
import {
  createLogger as createWinstonLogger,
  type Logger as WinstonLogger,
  type transport as Transport,
  transports,
} from 'winston';
import type { AppConfig } from '../config/index.js';
import { jsonFormat, readableFormat } from './log-format.js';

const MEGABYTE = 1_024 * 1_024;

const MAX_FILE_BYTES = 20 * MEGABYTE;
const MAX_FILES = 5;

const FLUSH_LIMIT_MS = 2_000;

const LEVELS = { fatal: 0, error: 1, warn: 2, info: 3, verbose: 4, debug: 5 };

type LoggingConfig = Pick<AppConfig, 'logDir' | 'logLevel' | 'nodeEnv'>;

export interface AppLogger {
  /** For `NestFactory.create(..., { logger })`. */
  readonly logger: LoggerService;
  /** Writes the buffered lines and closes the files; gives up after `limitMs`, by default 2 s. */
  readonly flush: (limitMs?: number) => Promise<void>;
}

export type ServiceName = 'api' | 'worker';

/** JSON on the console (readable in development) and in `LOG_DIR/error.log` and `LOG_DIR/combined.log`. */
export function createAppLogger(
  config: LoggingConfig,
  service: ServiceName,
  output: NodeJS.WritableStream = process.stdout,
): AppLogger {
  mkdirSync(config.logDir, { recursive: true });
  const format = config.nodeEnv === 'development' ? readableFormat(hasColors(output)) : jsonFormat;
  const toConsole = (): Transport => new transports.Stream({ stream: output, format });
  const toFiles = [logFile(config.logDir, 'error.log', 'error'), logFile(config.logDir, 'combined.log')];
  const winston = loggerTo([toConsole(), ...toFiles], config, service);
  winston.on('error', (error: Error) => process.stderr.write(`logging: ${error.message}\n`));
  const flush = (limitMs = FLUSH_LIMIT_MS): Promise<void> => {
    const late = loggerTo([toConsole()], config, service);
    winston.write = late.write.bind(late);
    return flushed(winston, output, limitMs);
  };
  return { logger: WinstonModule.createLogger({ instance: winston }), flush };
}

function hasColors(output: NodeJS.WritableStream & Partial<Pick<WriteStream, 'hasColors'>>): boolean {
  return output.hasColors?.() ?? false;
}

function loggerTo(destinations: Transport[], { logLevel }: LoggingConfig, service: ServiceName): WinstonLogger {
  return createWinstonLogger({ levels: LEVELS, level: logLevel, transports: destinations, defaultMeta: { service } });
}

function logFile(dirname: string, filename: string, level?: string): InstanceType<typeof transports.File> {
  return new transports.File({
    filename: join(dirname, filename),
    ...(level && { level }),
    format: jsonFormat,
    maxsize: MAX_FILE_BYTES,
    maxFiles: MAX_FILES,
    tailable: true,
  });
}

function flushed(winston: WinstonLogger, output: NodeJS.WritableStream, limitMs: number): Promise<void> {
  const finished = winston.transports.map(
    (transport) => new Promise<void>((resolve) => transport.once('finish', resolve)),
  );
  // Winston would end the transports here and lose the lines that it still holds. Without `_final` the stream ends
  // them after their last line.
  winston._final = (done) => done();
  winston.end();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
  const printed = (): Promise<void> => new Promise((resolve) => output.write('', () => resolve()));
  return Promise.race([Promise.all(finished).then(printed), limit]).finally(() => clearTimeout(timer));
}

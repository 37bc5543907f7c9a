import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import { WinstonModule } from 'nest-winston';
import { createLogger as createWinstonLogger, type Logger as WinstonLogger, transports } from 'winston';
import type { AppConfig } from '../config/index.js';
import { jsonFormat, readableFormat } from './log-format.js';

const MEGABYTE = 1_024 * 1_024;

/** Each log file is turned over at this size, and this many old ones are kept. */
const MAX_FILE_BYTES = 20 * MEGABYTE;
const MAX_FILES = 5;

const FLUSH_TIMEOUT_MS = 2_000;

/** Nest's levels, `log` being `info`; winston's own set has no `fatal`. */
const LEVELS = { fatal: 0, error: 1, warn: 2, info: 3, verbose: 4, debug: 5 };

type LoggingConfig = Pick<AppConfig, 'logDir' | 'logLevel' | 'nodeEnv'>;

/** The logger of the application, and how to get its last lines written before the process ends. */
export interface AppLogger {
  /** For `NestFactory.create(..., { logger })`. */
  readonly logger: LoggerService;
  /** Writes out what is buffered and closes the files. */
  readonly flush: () => Promise<void>;
}

/**
 * JSON on the console (readable in development) and in `LOG_DIR/error.log` and `LOG_DIR/combined.log`.
 * @param output where the console's lines go
 */
export function createAppLogger(config: LoggingConfig, output: NodeJS.WritableStream = process.stdout): AppLogger {
  mkdirSync(config.logDir, { recursive: true });
  const winston = createWinstonLogger({
    levels: LEVELS,
    level: config.logLevel,
    transports: [
      new transports.Stream({ stream: output, format: config.nodeEnv === 'development' ? readableFormat : jsonFormat }),
      logFile(config.logDir, 'error.log', 'error'),
      logFile(config.logDir, 'combined.log'),
    ],
  });
  return { logger: WinstonModule.createLogger({ instance: winston }), flush: () => flush(winston) };
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

/** A disk that hangs must not keep the process from ending. */
function flush(winston: WinstonLogger): Promise<void> {
  const finished = winston.transports.map(
    (transport) => new Promise<void>((resolve) => transport.once('finish', resolve)),
  );
  winston.end();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, FLUSH_TIMEOUT_MS)));
  return Promise.race([Promise.all(finished).then(() => undefined), limit]).finally(() => clearTimeout(timer));
}

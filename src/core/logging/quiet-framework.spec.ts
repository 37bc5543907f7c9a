import type { LoggerService } from '@nestjs/common';
import { quietFramework } from './quiet-framework.js';

class RecordingLogger implements LoggerService {
  readonly lines: string[] = [];
  log(message: unknown, ...params: unknown[]): void {
    this.lines.push(`info ${String(message)} ${params.join(' ')}`);
  }
  debug(message: unknown, ...params: unknown[]): void {
    this.lines.push(`debug ${String(message)} ${params.join(' ')}`);
  }
  warn(message: unknown): void {
    this.lines.push(`warn ${String(message)}`);
  }
  error(message: unknown): void {
    this.lines.push(`error ${String(message)}`);
  }
}

it("moves the framework's start-up talk to debug and nothing else", () => {
  const recording = new RecordingLogger();
  const logger = quietFramework(recording);
  logger.log('Mapped {/health, GET} route', 'RouterExplorer');
  logger.log('took 3 jobs', 'Jobs');
  logger.warn('RouterExplorer is odd', 'RouterExplorer');
  logger.error('Error: listen EADDRINUSE: address already in use :::4000', 'NestApplication');
  logger.error('Error: broken', 'NestApplication');
  expect(recording.lines).toEqual([
    'debug Mapped {/health, GET} route RouterExplorer',
    'info took 3 jobs Jobs',
    'warn RouterExplorer is odd',
    'debug Error: listen EADDRINUSE: address already in use :::4000 NestApplication',
    'error Error: broken',
  ]);
});

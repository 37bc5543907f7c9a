import type { LoggerService } from '@nestjs/common';

/** Parts of Nest that say at `info` what they do for every module, route and socket event at each start. */
const CHATTY = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
  'WebSocketsController',
]);

/** The logger with the framework's start-up talk at `debug`, so that a start shows what an operator needs. */
export function quietFramework(logger: LoggerService): LoggerService {
  const log = (message: unknown, ...params: unknown[]): void => {
    const isChatty = CHATTY.has(String(params.at(-1)));
    if (isChatty) logger.debug?.(message, ...params);
    else logger.log(message, ...params);
  };
  return new Proxy(logger, { get: (target, key) => (key === 'log' ? log : Reflect.get(target, key)) as unknown });
}

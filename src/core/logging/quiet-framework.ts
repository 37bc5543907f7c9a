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

/** What Nest says of a port it can't have; boot says it in words that help, right after. */
const FAILED_LISTEN = /^Error: listen E/;

/** The logger with the framework's start-up talk at `debug`, so that a start shows what an operator needs. */
export function quietFramework(logger: LoggerService): LoggerService {
  const log = (message: unknown, ...params: unknown[]): void => {
    const isChatty = CHATTY.has(String(params.at(-1)));
    if (isChatty) logger.debug?.(message, ...params);
    else logger.log(message, ...params);
  };
  const error = (message: unknown, ...params: unknown[]): void => {
    if (FAILED_LISTEN.test(String(message))) logger.debug?.(message, ...params);
    else logger.error(message, ...params);
  };
  const quiet = { log, error };
  return new Proxy(logger, {
    get: (target, key) => (key in quiet ? quiet[key as keyof typeof quiet] : Reflect.get(target, key)) as unknown,
  });
}

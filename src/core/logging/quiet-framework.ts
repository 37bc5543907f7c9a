import type { LoggerService } from '@nestjs/common';

/** Parts of Nest that log every module, route and socket event at `info` at each start. */
const CHATTY = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
  'WebSocketsController',
]);

/** Boot reports a busy port in its own words. */
const FAILED_LISTEN = /^Error: listen E/;

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

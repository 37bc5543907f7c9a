import { Logger } from '@nestjs/common';
import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import type { Server } from 'socket.io';
import type { ProcessLink } from './process-link-monitor.js';

/** Forwards events between processes that share a Redis. */
export function joinProcesses(server: Server, redisUrl: string): ProcessLink {
  const logger = new Logger('SocketAdapter');
  // Unsent events are in the event log; a queue would only grow while Redis is away.
  const publisher = new AdapterConnection(redisUrl, { enableOfflineQueue: false });
  const subscriber = new AdapterConnection(redisUrl, { maxRetriesPerRequest: null });
  const connections = [publisher, subscriber] as const;
  // They reconnect by themselves; until then this process reaches its own sockets only.
  for (const connection of connections) {
    connection.on('error', (error: Error) => logger.warn(`redis: ${error.message}`));
  }
  server.adapter(createAdapter(publisher, subscriber));
  return {
    isConnected: () => connections.every(({ status }) => status === 'ready'),
    leave: () => {
      for (const connection of connections) connection.disconnect();
    },
  };
}

/** The adapter ignores answers of Redis, so a failed command would end the process as an unhandled rejection. */
class AdapterConnection extends Redis {
  override sendCommand(...args: Parameters<Redis['sendCommand']>): unknown {
    args[0].promise.catch(() => undefined);
    return super.sendCommand(...args);
  }
}

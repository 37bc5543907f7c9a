import { Logger } from '@nestjs/common';
import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import type { Server } from 'socket.io';

/**
 * Lets what one process emits reach the sockets of all that share a Redis.
 * @returns gives the connections up
 */
export function joinProcesses(server: Server, redisUrl: string): () => void {
  const logger = new Logger('SocketAdapter');
  const publisher = new Redis(redisUrl);
  const connections = [publisher, publisher.duplicate()] as const;
  // They reconnect by themselves; until then this process reaches its own sockets only.
  for (const connection of connections) {
    connection.on('error', (error: Error) => logger.warn(`redis: ${error.message}`));
  }
  server.adapter(createAdapter(...connections));
  return () => {
    for (const connection of connections) connection.disconnect();
  };
}

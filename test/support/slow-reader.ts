import type { Socket as Connection } from 'node:net';
import { ConnectionGateway } from '../../src/core/realtime/connection.gateway.js';
import type { AuthenticatedSocket } from '../../src/core/realtime/index.js';
import type { StaffSocket } from './inbox.js';
import type { TestApp } from './test-app.js';

interface Gateway {
  server: { sockets: { sockets: Map<string, AuthenticatedSocket> } };
}

/** The server's end of the one socket of a user. */
export function servedSocketOf({ app }: TestApp, userId: string): AuthenticatedSocket {
  const { server } = app.get<unknown, Gateway>(ConnectionGateway, { strict: false });
  const found = [...server.sockets.sockets.values()].find(({ data }) => data.principal.userId === userId);
  if (!found) throw new Error('the user has no socket');
  return found;
}

/** The client takes nothing from the network from now on. */
export function stopReading(socket: StaffSocket): void {
  connectionOf(socket).pause();
}

export function goOnReading(socket: StaffSocket): void {
  connectionOf(socket).resume();
}

function connectionOf({ socket }: StaffSocket): Connection {
  const { transport } = socket.io.engine as unknown as { transport: { ws: { _socket: Connection } } };
  return transport.ws._socket;
}

import { RequestContext } from '../context/index.js';
import { AppError, toWsErrorAck } from '../errors/index.js';
import { invalidToken } from '../auth-guards/index.js';
import { EventAllowance } from './event-allowance.js';
import type { AuthenticatedSocket } from './socket.js';

type Packet = readonly unknown[];

/**
 * Passes the events of a client to the gateways in order, while its session is live. A refused event is acknowledged
 * with the reason; the end of the session also closes the socket.
 */
export function guardEvents(socket: AuthenticatedSocket, isLive: () => Promise<boolean>): void {
  const { companyId, userId } = socket.data.principal;
  const allowance = new EventAllowance();
  let last: Promise<unknown> = Promise.resolve();
  socket.use((packet, handle) => {
    if (!allowance.take()) return refuse(packet, tooManyEvents());
    // A slow check of the session must not change the order.
    last = last.then(async () => {
      try {
        await check(socket, packet, isLive);
        RequestContext.run({ companyId, userId }, () => handle());
      } catch (error) {
        refuse(packet, error);
      }
    });
  });
}

async function check(socket: AuthenticatedSocket, packet: Packet, isLive: () => Promise<boolean>): Promise<void> {
  if (socket.listenerCount(String(packet[0])) === 0) {
    throw new AppError('UNKNOWN_EVENT', 404, 'This event does not exist; docs/sockets.md lists the events');
  }
  if (await isLive()) return;
  // The answer goes out before the connection is closed.
  setImmediate(() => {
    socket.emit('session:ended', { code: 'INVALID_TOKEN' });
    socket.disconnect(true);
  });
  throw invalidToken();
}

function tooManyEvents(): AppError {
  return new AppError('RATE_LIMITED', 429, 'Too many events; send fewer than 50 a second');
}

function refuse(packet: Packet, reason: unknown): void {
  const acknowledge = packet.at(-1);
  if (typeof acknowledge === 'function') (acknowledge as (answer: unknown) => void)(toWsErrorAck(reason));
}

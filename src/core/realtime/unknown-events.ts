import { AppError, toWsErrorAck } from '../errors/index.js';
import type { AuthenticatedSocket } from './socket.js';

/** Whether some gateway listens to a client event; where none does, a client that waits for an answer gets one. */
export function isKnown(socket: AuthenticatedSocket, packet: readonly unknown[]): boolean {
  const event = String(packet[0]);
  if (socket.listenerCount(event) > 0) return true;
  const acknowledge = packet.at(-1);
  if (typeof acknowledge === 'function') {
    const unknown = new AppError('UNKNOWN_EVENT', 404, 'There is no such event; see docs/sockets.md');
    (acknowledge as (answer: unknown) => void)(toWsErrorAck(unknown));
  }
  return false;
}

import { AppError, toWsErrorAck } from '../errors/index.js';
import type { EventAllowance } from './event-allowance.js';
import type { AuthenticatedSocket } from './socket.js';

type Packet = readonly unknown[];

/** Whether a client event goes on to a gateway; where not, a client that waits for an answer gets the reason. */
export function isTaken(socket: AuthenticatedSocket, packet: Packet, allowance: EventAllowance): boolean {
  if (!allowance.take()) return refuse(packet, new AppError('RATE_LIMITED', 429, 'Too many events at once; slow down'));
  if (socket.listenerCount(String(packet[0])) > 0) return true;
  return refuse(packet, new AppError('UNKNOWN_EVENT', 404, 'There is no such event; see docs/sockets.md'));
}

function refuse(packet: Packet, reason: AppError): false {
  const acknowledge = packet.at(-1);
  if (typeof acknowledge === 'function') (acknowledge as (answer: unknown) => void)(toWsErrorAck(reason));
  return false;
}

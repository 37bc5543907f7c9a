import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Principal } from '../auth-guards/index.js';
import type { UnsentBytes } from './unsent-bytes.js';

/** What the handshake leaves on a socket. */
export interface SocketData {
  principal: Principal;
  /** When its access token ends. */
  expiresAt: Date;
  unsent: UnsentBytes;
}

/** A socket that passed the handshake. */
export type AuthenticatedSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;

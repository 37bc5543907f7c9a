import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Principal } from '../auth-guards/index.js';
import type { UnsentBytes } from './unsent-bytes.js';

export interface SocketData {
  principal: Principal;
  expiresAt: Date;
  unsent: UnsentBytes;
  /** Plain values that a feature keeps with the connection; other processes can read them. */
  notes: Record<string, unknown>;
}

export type AuthenticatedSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;

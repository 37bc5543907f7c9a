import { isAllowed, type Permission, type Role } from '../auth-guards/index.js';
import type { ServerEventMap } from './server-event-map.js';

/** Events that a company's log may hold. */
export type LoggedEventName = Exclude<
  { [Name in keyof ServerEventMap]: ServerEventMap[Name] extends { seq: number } ? Name : never }[keyof ServerEventMap],
  'session:ready' | 'seq'
>;

/** Event of the log -> permission that a client needs to see it. A client without it gets `seq` in its place. */
export const EVENT_PERMISSIONS = {
  'appointment:cancelled': 'booking:read',
  'appointment:created': 'booking:read',
  'appointment:held': 'booking:read',
  'appointment:updated': 'booking:read',
  'assistant:suggestion': 'conversations:read',
  'catalog:updated': 'booking:read',
  'channel:connect': 'channels:manage',
  'channel:health': 'channels:read',
  'clearance:updated': 'booking:read',
  'company:updated': 'company:read',
  'contact:updated': 'contacts:read',
  'conversation:updated': 'conversations:read',
  'flow:run': 'flows:read',
  'import:completed': 'contacts:read',
  'integration:updated': 'integrations:manage',
  'label:changed': 'conversations:read',
  'message:new': 'conversations:read',
  'message:read': 'conversations:read',
  'message:status': 'conversations:read',
  'message:updated': 'conversations:read',
  'notification:new': 'profile:manage',
  'offer:updated': 'booking:read',
  'payment:updated': 'payments:read',
  'pet:updated': 'pets:read',
  'scheduled:updated': 'conversations:read',
  'user:updated': 'users:read',
  'waha:session': 'channels:manage',
  'waitlist:updated': 'booking:read',
} as const satisfies Record<LoggedEventName, Permission>;

/** @param event also the name of an event that an older version logged and this one does not know: nobody sees it */
export function maySee(role: Role, event: string): boolean {
  const permission = (EVENT_PERMISSIONS as Readonly<Record<string, Permission | undefined>>)[event];
  return permission !== undefined && isAllowed(role, permission);
}

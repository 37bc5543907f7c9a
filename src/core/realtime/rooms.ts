import type { Role } from '../auth-guards/index.js';

/** Names of the Socket.IO rooms. Ids are unguessable only with their company, so rooms are joined by the server alone. */
export const companyRoom = (companyId: string): string => `company:${companyId}`;
/** The connections of a company whose user has the role. */
export const roleRoom = (companyId: string, role: Role): string => `company:${companyId}:${role}`;
export const conversationRoom = (conversationId: string): string => `conversation:${conversationId}`;
export const userRoom = (userId: string): string => `user:${userId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;

import type { Role } from '../auth-guards/index.js';

/** The server alone joins rooms, since an id can be guessed. */
export const companyRoom = (companyId: string): string => `company:${companyId}`;
export const roleRoom = (companyId: string, role: Role): string => `company:${companyId}:${role}`;
export const conversationRoom = (conversationId: string): string => `conversation:${conversationId}`;
export const userRoom = (userId: string): string => `user:${userId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;

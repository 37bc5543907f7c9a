/** Names of the Socket.IO rooms. Ids are unguessable only with their company, so rooms are joined by the server alone. */
export const companyRoom = (companyId: string): string => `company:${companyId}`;
export const conversationRoom = (conversationId: string): string => `conversation:${conversationId}`;
export const userRoom = (userId: string): string => `user:${userId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;

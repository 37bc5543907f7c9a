import type { Types } from 'mongoose';

/** The lock that flows and the assistant share, so that one of them works on a conversation at a time. */
export const lockOf = (conversationId: Types.ObjectId): string => `automation:${conversationId.toHexString()}`;

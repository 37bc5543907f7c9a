import type { Types } from 'mongoose';

/** A user who has read the first `inbound_count` customer messages. */
export interface ReadBy {
  user_id: Types.ObjectId;
  inbound_count: number;
}

type Expression = Record<string, unknown>;

const STORED = { $ifNull: ['$read_by', []] };

/** Keeps users whose mark covers the new message, because marks may arrive first. */
export function readByAfter(inboundCount: string): Expression {
  return { $filter: { input: STORED, cond: { $gte: ['$$this.inbound_count', inboundCount] } } };
}

/** Adds a user whose mark covers all customer messages of the row. May be repeated. */
export function readByUpdate({ user_id, inbound_count }: ReadBy): Expression[] {
  const others = { $filter: { input: STORED, cond: { $ne: ['$$this.user_id', user_id] } } };
  const withUser = { $concatArrays: [others, [{ user_id, inbound_count }]] };
  const isCovered = { $lte: ['$inbound_count', inbound_count] };
  return [{ $set: { read_by: { $cond: [isCovered, withUser, STORED] } } }];
}

/** Whether the user has unread customer messages. @param inboundCount how many customer messages there are */
export function hasUnread(readBy: readonly ReadBy[] | undefined, userId: string, inboundCount: number): boolean {
  const own = readBy?.find(({ user_id }) => user_id.toHexString() === userId);
  return inboundCount > (own?.inbound_count ?? 0);
}

import type { Types } from 'mongoose';
import type { Message } from './schemas/message.schema.js';

/** What an update pipeline writes; a field that is left out stays as it is. */
interface NewStatus {
  status?: unknown;
  error?: unknown;
}

/** The unannounced changes with one more, as an expression of an update pipeline. */
export function withChange(change: unknown): Record<string, unknown> {
  return { $concatArrays: [{ $ifNull: ['$unannounced_changes', []] }, [change]] };
}

/** The same, but without the new change where the update leaves the status and the code of the error as they are. */
export function withChangeTo(
  { status = '$status', error = '$error' }: NewStatus,
  change: Types.ObjectId,
): Record<string, unknown> {
  const code = { $let: { vars: { error }, in: '$$error.code' } };
  const isSame = { $and: [{ $eq: ['$status', status] }, { $eq: ['$error.code', code] }] };
  return { $cond: [isSame, '$unannounced_changes', withChange(change)] };
}

/** Whether the stored message has the change, so that its writer has to announce it. */
export function hasChange({ unannounced_changes }: Message, change: Types.ObjectId): boolean {
  return unannounced_changes?.some((one) => one.equals(change)) ?? false;
}

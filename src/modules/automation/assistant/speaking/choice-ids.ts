import type { Types } from 'mongoose';

/** The id of a button: `assistant:<turn>:<id of the choice>`. */
export function choiceId(turnId: Types.ObjectId, id: string): string {
  return `assistant:${turnId.toHexString()}:${id}`;
}

import type { Types } from 'mongoose';

/** Every change of a series holds this lock. */
export const seriesLockKey = (id: Types.ObjectId): string => `series:${id.toHexString()}`;

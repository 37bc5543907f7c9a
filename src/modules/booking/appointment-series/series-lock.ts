import type { Types } from 'mongoose';

/** Whoever changes a series works in this lane. */
export const seriesLockKey = (id: Types.ObjectId): string => `series:${id.toHexString()}`;

import type { Types } from 'mongoose';

export const seriesLockKey = (id: Types.ObjectId): string => `series:${id.toHexString()}`;

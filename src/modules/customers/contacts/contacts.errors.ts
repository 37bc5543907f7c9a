import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { Platform } from './schemas/platform.js';

/** Another write kept winning; the request may simply be sent again. */
export function contactBusy(): AppError {
  return AppError.conflict('CONCURRENT_CHANGE', 'The contact is being changed by someone else; try again');
}

/** @param survivor the contact to use instead */
export function contactMerged(survivor: Types.ObjectId): AppError {
  return AppError.conflict(
    'CONTACT_MERGED',
    'The contact was merged into another one; use the contact in details.merged_into',
    {
      merged_into: survivor.toHexString(),
    },
  );
}

export function mergeInProgress(): AppError {
  return AppError.conflict('MERGE_IN_PROGRESS', 'One of the contacts is being merged right now; try again');
}

export function mergeNotUndoable(why: string): AppError {
  return AppError.conflict('MERGE_NOT_UNDOABLE', `The merge can no longer be undone: ${why}`);
}

/** The contact has no id on the platform, so nothing can be sent there. */
export function contactUnreachable(platform: Platform): AppError {
  return new AppError('CONTACT_UNREACHABLE', 422, `The contact has no ${platform} address`);
}

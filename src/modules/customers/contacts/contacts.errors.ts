import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { Platform } from './schemas/platform.js';

export function contactBusy(): AppError {
  return AppError.conflict('CONCURRENT_CHANGE', 'Other requests changed the contact at the same time; try again');
}

export function contactMerged(survivor: Types.ObjectId): AppError {
  return AppError.conflict(
    'CONTACT_MERGED',
    'The contact was merged into another one; use the contact details.merged_into',
    {
      merged_into: survivor.toHexString(),
    },
  );
}

export function mergeInProgress(): AppError {
  return AppError.conflict(
    'MERGE_IN_PROGRESS',
    'One of the contacts is in another merge; try again when it has finished',
  );
}

/** @param reason a sentence that says what to do */
export function mergeNotUndoable(reason: string): AppError {
  return AppError.conflict('MERGE_NOT_UNDOABLE', `The merge cannot be undone: ${reason}`);
}

export function contactUnreachable(platform: Platform): AppError {
  return new AppError(
    'CONTACT_UNREACHABLE',
    422,
    `The contact has no ${platform} address; add one or use another channel`,
  );
}

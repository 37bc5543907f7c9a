import { createHash, randomBytes } from 'node:crypto';
import type { Types } from 'mongoose';
import { assertStorageKey } from '../../../core/storage/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';

const HASH_LENGTH = 32;
const RANDOM_BYTES = 8;

const folderOf = (scope: CompanyScope, identityId: Types.ObjectId): string =>
  `${scope.id}/pictures/${identityId.toHexString()}`;
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);

/**
 * A new storage key for the picture of an identity. It names the identity and the content, so that a contact needs no
 * other field to know whose picture it shows and whether the platform has a new one.
 * @param extension without the dot
 */
export function newPictureKey(
  scope: CompanyScope,
  identityId: Types.ObjectId,
  bytes: Buffer,
  extension: string,
): string {
  const name = `${hashOf(bytes)}-${randomBytes(RANDOM_BYTES).toString('hex')}.${extension}`;
  return assertStorageKey(`${folderOf(scope, identityId)}/${name}`);
}

/** Whether the identity may replace the picture: the contact has none, or one of the same identity. */
export function mayReplacePicture(scope: CompanyScope, identityId: Types.ObjectId, key: string | null): boolean {
  return key === null || isPictureOf(scope, identityId, key);
}

/** Whether a stored picture is one of this identity; false without a picture. */
export function isPictureOf(scope: CompanyScope, identityId: Types.ObjectId, key: string | null): boolean {
  return key?.startsWith(`${folderOf(scope, identityId)}/`) ?? false;
}

export function hasContent(key: string | null, bytes: Buffer): boolean {
  return (
    key
      ?.split('/')
      .at(-1)
      ?.startsWith(`${hashOf(bytes)}-`) ?? false
  );
}

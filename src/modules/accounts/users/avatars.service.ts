import { Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import type { Principal } from '../../../core/auth-guards/index.js';
import { EventBus } from '../../../core/events/index.js';
import type { UploadedFile } from '../../../core/http/index.js';
import { newStorageKey, Storage } from '../../../core/storage/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { User } from './schemas/user.schema.js';
import { notAPicture } from './users.errors.js';
import { UsersRepository } from './users.repository.js';

export const MAX_AVATAR_BYTES = 5 * 1024 * 1024;
const ACCEPTED_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

@Injectable()
export class AvatarsService {
  constructor(
    private readonly users: UsersRepository,
    private readonly storage: Storage,
    private readonly events: EventBus,
  ) {}

  /**
   * Stores the picture under a new key, then deletes the old one. The bytes decide the type.
   * @throws AppError UNSUPPORTED_MEDIA_TYPE
   */
  async set(scope: CompanyScope, caller: Principal, picture: UploadedFile): Promise<User> {
    const type = await fileTypeFromFile(picture.path);
    if (!type || !ACCEPTED_TYPES.includes(type.mime)) throw notAPicture();
    const key = newStorageKey(scope.id, type.ext);
    await this.storage.put(key, picture, { mime: type.mime });
    await this.replace(scope, caller, key);
    return this.users.getExisting(scope, caller.userId);
  }

  async clear(scope: CompanyScope, caller: Principal): Promise<void> {
    await this.replace(scope, caller, null);
  }

  /** Deletes the picture that the user had. */
  async remove(user: User): Promise<void> {
    if (user.avatar_key) await this.storage.delete(user.avatar_key);
  }

  private async replace(scope: CompanyScope, { userId }: Principal, key: string | null): Promise<void> {
    const before = await this.users.replaceAvatar(scope, userId, key);
    this.events.emit('users.changed', { companyId: scope.id, userId, deleted: false });
    await this.remove(before);
  }
}

import { Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import { AppError } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import type { UploadedFile } from '../../../core/http/index.js';
import { newStorageKey, Storage } from '../../../core/storage/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesRepository } from './companies.repository.js';
import type { Company } from './schemas/company.schema.js';

export const MAX_LOGO_BYTES = 1024 * 1024;
/** No SVG: it may contain scripts. */
const ACCEPTED_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

@Injectable()
export class CompanyLogosService {
  constructor(
    private readonly companies: CompaniesRepository,
    private readonly storage: Storage,
    private readonly events: EventBus,
  ) {}

  /** Stores the picture under a new key, then deletes the old one. The bytes decide the type. @throws AppError UNSUPPORTED_MEDIA_TYPE */
  async set(scope: CompanyScope, picture: UploadedFile): Promise<Company> {
    const type = await fileTypeFromFile(picture.path);
    if (!type || !ACCEPTED_TYPES.includes(type.mime))
      throw new AppError('UNSUPPORTED_MEDIA_TYPE', 415, 'The file must be a PNG, JPEG or WebP picture');
    const key = newStorageKey(scope.id, type.ext);
    await this.storage.put(key, picture, { mime: type.mime });
    return this.replace(scope, key);
  }

  clear(scope: CompanyScope): Promise<Company> {
    return this.replace(scope, null);
  }

  private async replace(scope: CompanyScope, key: string | null): Promise<Company> {
    const before = await this.companies.replaceLogo(scope, key);
    if (before.logo_key) await this.storage.delete(before.logo_key);
    this.events.emit('companies.changed', { companyId: scope.id });
    return (await this.companies.find(scope)) ?? before;
  }
}

import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { UploadedFile } from '../../../core/http/index.js';
import {
  type ByteRange,
  type FileFacts,
  newStorageKey,
  UrlSigner,
  Storage,
  type StoredFile,
} from '../../../core/storage/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { UnusedFiles, UPLOAD_GRACE_MS } from '../message-log/index.js';
import type { UploadedFileDto } from './dto/uploaded-file.dto.js';
import { maxBytesOf, outgoingKind, sniffStoredFile } from './file-kinds.js';
import { UPLOAD_URL_LIFE_MS } from './media.constants.js';
import { fileTooLarge, unsupportedFile } from './media.errors.js';

@Injectable()
export class MediaService {
  constructor(
    private readonly storage: Storage,
    private readonly urls: UrlSigner,
    private readonly config: AppConfig,
    private readonly unused: UnusedFiles,
  ) {}

  /** @throws AppError UNSUPPORTED_MEDIA_TYPE | PAYLOAD_TOO_LARGE */
  async upload(scope: CompanyScope, received: UploadedFile): Promise<UploadedFileDto> {
    const file = await sniffStoredFile(received.path);
    const type = outgoingKind(file);
    if (!type) throw unsupportedFile();
    if (received.size > maxBytesOf(type)) throw fileTooLarge(maxBytesOf(type));
    const key = newStorageKey(scope.id, file.extension);
    await this.unused.deleteLater(scope, [{ storage_key: key }], UPLOAD_GRACE_MS);
    await this.storage.put(key, received, { mime: file.mime });
    const url = this.config.frontendUrl + this.urls.sign(key, UPLOAD_URL_LIFE_MS);
    return { url, type, mime_type: file.mime, size: received.size };
  }

  async describe(token: string): Promise<FileFacts> {
    const key = this.urls.keyOf(token);
    const facts = key === undefined ? undefined : await this.storage.describe(key);
    if (!facts) throw AppError.notFound('File');
    return facts;
  }

  /** Does not say why an address is refused. @throws AppError NOT_FOUND */
  async open(token: string, part?: ByteRange): Promise<StoredFile> {
    const key = this.urls.keyOf(token);
    const file = key === undefined ? undefined : await this.storage.open(key, part);
    if (!file) throw AppError.notFound('File');
    return file;
  }
}

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
import { UnusedFiles } from '../message-log/index.js';
import type { UploadedFileDto } from './dto/uploaded-file.dto.js';
import { asSound, isSound, maxBytesOf, outgoingKind, sniffStoredFile } from './file-kinds.js';
import { readDetails } from './media-details.js';
import { PlayableCopies } from './playable-copies.service.js';
import { UPLOAD_URL_LIFE_MS } from './media.constants.js';
import { fileTooLarge, unsupportedFile } from './media.errors.js';

@Injectable()
export class MediaService {
  constructor(
    private readonly storage: Storage,
    private readonly urls: UrlSigner,
    private readonly config: AppConfig,
    private readonly unused: UnusedFiles,
    private readonly copies: PlayableCopies,
  ) {}

  /** @throws AppError UNSUPPORTED_MEDIA_TYPE | PAYLOAD_TOO_LARGE */
  async upload(scope: CompanyScope, received: UploadedFile): Promise<UploadedFileDto> {
    const sniffed = await sniffStoredFile(received.path);
    const details = await readDetails(received.path, sniffed.mime);
    const file = isSound(sniffed, details) ? asSound(sniffed) : sniffed;
    const type = outgoingKind(file);
    if (!type) throw unsupportedFile();
    if (received.size > maxBytesOf(type)) throw fileTooLarge(maxBytesOf(type));
    const key = newStorageKey(scope.id, file.extension);
    const { name } = received;
    await this.unused.expectUpload(scope, key, { ...details, name, has_playable_copy: false });
    await this.storage.put(key, received, { mime: file.mime });
    const hasCopy = type === 'audio' && (await this.copies.store(key, received.path, file.mime));
    if (hasCopy) await this.unused.expectPlayableCopy(scope, key);
    const url = this.config.frontendUrl + this.urls.sign(key, UPLOAD_URL_LIFE_MS);
    return { url, type, mime_type: file.mime, size: received.size, name, ...details };
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

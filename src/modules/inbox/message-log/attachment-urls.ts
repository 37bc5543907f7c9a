import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { UrlSigner, Storage } from '../../../core/storage/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { playableKeyOf } from './playable-key.js';
import type { Attachment, Message } from './schemas/message.schema.js';
import type { UploadDetails } from './schemas/file-to-check.schema.js';
import { UnusedFilesRepository } from './unused-files.repository.js';

const HOUR_MS = 3_600_000;
/** The life of an address that a client got; asking again gives a fresh one. */
export const SHOWN_URL_LIFE_MS = 24 * HOUR_MS;
/** Longer, because a platform tries again later and a bot may keep the address for a while. */
export const SENT_URL_LIFE_MS = 7 * 24 * HOUR_MS;

type StoredFileFacts = Pick<Attachment, 'storage_key' | 'mime_type' | 'size'> & Partial<UploadDetails>;

/** A message stores the key of its file only. An address is signed when it is shown, and expires. */
@Injectable()
export class AttachmentUrls {
  constructor(
    private readonly urls: UrlSigner,
    private readonly storage: Storage,
    private readonly config: AppConfig,
    private readonly uploads: UnusedFilesRepository,
  ) {}

  shown({ storage_key, url }: Pick<Attachment, 'storage_key' | 'url'>): string {
    return storage_key ? this.urls.sign(storage_key, SHOWN_URL_LIFE_MS) : url;
  }

  /** The copy that every player plays; null where the file itself is the one. */
  playable({ storage_key, has_playable_copy }: Attachment): string | null {
    const key = has_playable_copy && storage_key ? playableKeyOf(storage_key) : undefined;
    return key ? this.urls.sign(key, SHOWN_URL_LIFE_MS) : null;
  }

  forSending(message: Message): Message {
    const attachments = message.attachments.map((attachment) => {
      const { storage_key } = attachment;
      if (!storage_key) return attachment;
      return { ...attachment, url: this.config.frontendUrl + this.urls.sign(storage_key, SENT_URL_LIFE_MS) };
    });
    return { ...message, attachments };
  }

  /** An upload of this company is stored by its key, kind and size instead of its address. */
  async asStored<Given extends { url: string }>(
    scope: CompanyScope,
    given: Given,
  ): Promise<Given & Partial<StoredFileFacts>> {
    const storage_key = this.urls.keyIn(given.url);
    if (!storage_key?.startsWith(`${scope.id}/`)) return given;
    const facts = await this.storage.describe(storage_key);
    const details = await this.uploads.uploadDetails(scope, storage_key);
    return { ...given, ...details, url: '', storage_key, ...(facts && { mime_type: facts.mime, size: facts.size }) };
  }
}

import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { UrlSigner, Storage } from '../../../core/storage/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Attachment, Message } from './schemas/message.schema.js';

const HOUR_MS = 3_600_000;
/** How long a client may open a file by what it was told; asking again gives a fresh address. */
export const SHOWN_URL_LIFE_MS = 24 * HOUR_MS;
/** A platform fetches a file at once or some tries later; a bot may keep the address for a while. */
export const SENT_URL_LIFE_MS = 7 * 24 * HOUR_MS;

/** What a message keeps of a file that lies with us. */
type PlacedFile = Pick<Attachment, 'storage_key' | 'mime_type' | 'size'>;

/**
 * The addresses of files that we keep. A message stores the file's place only; an address is signed when somebody is
 * told of it, and dies soon after.
 */
@Injectable()
export class AttachmentUrls {
  constructor(
    private readonly urls: UrlSigner,
    private readonly storage: Storage,
    private readonly config: AppConfig,
  ) {}

  /** Where our clients get the file: a path on this server, or the address that an API caller gave. */
  shown({ storage_key, url }: Attachment): string {
    return storage_key ? this.urls.sign(storage_key, SHOWN_URL_LIFE_MS) : url;
  }

  /** The message with addresses that the outside can fetch its files by. */
  forSending(message: Message): Message {
    const attachments = message.attachments.map((attachment) => {
      const { storage_key } = attachment;
      if (!storage_key) return attachment;
      return { ...attachment, url: this.config.frontendUrl + this.urls.sign(storage_key, SENT_URL_LIFE_MS) };
    });
    return { ...message, attachments };
  }

  /** An attachment as it is stored: of a file that this company uploaded its place, kind and size, not its address. */
  async placed<Given extends { url: string }>(scope: CompanyScope, given: Given): Promise<Given & Partial<PlacedFile>> {
    const storage_key = this.urls.keyIn(given.url);
    if (!storage_key?.startsWith(`${scope.id}/`)) return given;
    const facts = await this.storage.describe(storage_key);
    return { ...given, url: '', storage_key, ...(facts && { mime_type: facts.mime, size: facts.size }) };
  }
}

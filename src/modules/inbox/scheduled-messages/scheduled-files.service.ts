import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AttachmentUrls, UnusedFiles } from '../message-log/index.js';
import type { AttachmentInputDto } from '../messages/index.js';
import { ScheduledMessagesRepository } from './scheduled-messages.repository.js';
import type { ScheduledFile } from './schemas/scheduled-message.schema.js';

/** A failed message keeps its files this long after its time, so that it can be sent again. */
const KEEP_FILES_MS = 30 * 86_400_000;

/** Keeps the files of scheduled messages until they are sent. */
@Injectable()
export class ScheduledFiles {
  constructor(
    private readonly urls: AttachmentUrls,
    private readonly unused: UnusedFiles,
    private readonly scheduled: ScheduledMessagesRepository,
  ) {}

  /** Replaces the addresses of uploads, which expire, by their storage keys. */
  async asStored(scope: CompanyScope, given: readonly AttachmentInputDto[] = []): Promise<ScheduledFile[]> {
    const files = await Promise.all(given.map((file) => this.urls.asStored(scope, file)));
    return files.map(
      ({ type, url, file_description = null, storage_key, name = null, mime_type = null, size = null, ...rest }) => ({
        ...{ type, url, file_description, name, mime_type, size },
        has_playable_copy: rest.has_playable_copy === true,
        ...(storage_key ? { storage_key } : {}),
      }),
    );
  }

  async keepUntil(scope: CompanyScope, files: readonly ScheduledFile[], sendAt: Date): Promise<void> {
    await this.unused.keepUntil(scope, files, new Date(sendAt.getTime() + KEEP_FILES_MS));
  }

  /** Deletes files that nothing else uses. Call it after the scheduled message is deleted or changed. */
  async release(scope: CompanyScope, files: readonly ScheduledFile[]): Promise<void> {
    const used = await this.scheduled.usedFiles(
      scope,
      files.flatMap(({ storage_key }) => storage_key ?? []),
    );
    const unused = files.filter(({ storage_key }) => storage_key !== undefined && !used.has(storage_key));
    await this.unused.deleteIfUnusedLater(scope, unused);
  }
}

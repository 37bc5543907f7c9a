import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { defineJob, JobHandler, Jobs } from '../../../core/jobs/index.js';
import { Storage } from '../../../core/storage/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { MessagesRepository } from './messages.repository.js';
import type { Attachment } from './schemas/message.schema.js';
import { playableKeyOf } from './playable-key.js';
import type { FileToCheck, UploadDetails } from './schemas/file-to-check.schema.js';
import { UnusedFilesRepository } from './unused-files.repository.js';

export const SweepUnusedFiles = defineJob('messages.sweep-unused-files');

const SWEEP_INTERVAL_MS = 60_000;
const SWEEP_BATCH = 500;
/** By then the messages are changed, or the process that was to change them is dead. */
export const UNUSED_GRACE_MS = 60_000;
/** The address of an upload is valid for a day, so no message can take the file after two. */
export const UPLOAD_GRACE_MS = 2 * 86_400_000;
const RETRY_MS = 3_600_000;

/** Deletes files that no message and no contact has: of withdrawn messages, old pictures, deleted contacts, unused uploads. */
@Injectable()
export class UnusedFiles implements OnApplicationBootstrap {
  private readonly logger = new Logger(UnusedFiles.name);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly unused: UnusedFilesRepository,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
    private readonly contacts: ContactsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepUnusedFiles, SWEEP_INTERVAL_MS);
  }

  /**
   * Call it before messages or contacts lose the files, or before a file is stored. The sweep deletes only files that
   * nobody has, so neither a crash nor a failed change does harm.
   * @param afterMs when to look, milliseconds from now
   */
  async deleteIfUnusedLater(
    scope: CompanyScope,
    files: readonly Pick<Attachment, 'storage_key'>[],
    afterMs = UNUSED_GRACE_MS,
  ): Promise<void> {
    const keys = [...new Set(files.flatMap(({ storage_key }) => storage_key ?? []))];
    await this.unused.add(scope, keys, new Date(Date.now() + afterMs));
  }

  /** Call it before an upload is stored, as {@link deleteIfUnusedLater}. */
  async expectUpload(scope: CompanyScope, storageKey: string, details: UploadDetails): Promise<void> {
    await this.unused.addUpload(scope, storageKey, details, new Date(Date.now() + UPLOAD_GRACE_MS));
  }

  /** Keeps uploads until this time. Call it before a document other than a message refers to them. */
  async keepUntil(scope: CompanyScope, files: readonly Pick<Attachment, 'storage_key'>[], until: Date): Promise<void> {
    await this.unused.postponeFiles(
      scope,
      files.flatMap(({ storage_key }) => storage_key ?? []),
      until,
    );
  }

  /** A message that takes the upload has a playable copy too. */
  async expectPlayableCopy(scope: CompanyScope, storageKey: string): Promise<void> {
    await this.unused.addPlayableCopy(scope, storageKey);
  }

  @JobHandler(SweepUnusedFiles)
  async sweep(): Promise<void> {
    const now = new Date();
    for (;;) {
      const due = await this.unused.due(now, SWEEP_BATCH);
      for (const [companyId, files] of Map.groupBy(due, ({ company_id }) => company_id.toHexString())) {
        await this.deleteUnused(CompanyScope.of(companyId), files);
      }
      if (due.length < SWEEP_BATCH) return;
    }
  }

  /** One upload may be in several messages, and is deleted with the last. */
  private async deleteUnused(scope: CompanyScope, files: readonly FileToCheck[]): Promise<void> {
    const keys = files.map(({ storage_key }) => storage_key);
    const found = await this.messages.filesOfMessagesWith(scope, keys);
    const pictures = await this.contacts.picturesInUse(scope, keys);
    const used = new Set([...found.map(({ storage_key }) => storage_key), ...pictures]);
    const done = [];
    for (const { _id, storage_key } of files) {
      try {
        if (!used.has(storage_key)) await this.deleteWithCopy(storage_key);
        done.push(_id);
      } catch (error) {
        this.logger.warn(`file ${storage_key} could not be deleted and is tried again: ${String(error)}`);
        await this.unused.postpone(scope, _id, new Date(Date.now() + RETRY_MS));
      }
    }
    await this.unused.remove(scope, done);
  }

  private async deleteWithCopy(storageKey: string): Promise<void> {
    const copy = playableKeyOf(storageKey);
    if (copy) await this.storage.delete(copy);
    await this.storage.delete(storageKey);
  }
}

import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { defineJob, JobHandler, Jobs } from '../../../core/jobs/index.js';
import { Storage } from '../../../core/storage/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MessagesRepository } from './messages.repository.js';
import type { Attachment } from './schemas/message.schema.js';
import type { UnusedFile } from './schemas/unused-file.schema.js';
import { UnusedFilesRepository } from './unused-files.repository.js';

/** Deletes the files that were noted and are in no message. */
export const SweepUnusedFiles = defineJob('messages.sweep-unused-files');

const SWEEP_INTERVAL_MS = 60_000;
const SWEEP_BATCH = 500;
/** By then the messages have changed, or the process that was about to change them is dead. */
export const UNUSED_GRACE_MS = 60_000;
/** An upload's address is good for a day; after two no message can take the file any more. */
export const UPLOAD_GRACE_MS = 2 * 86_400_000;
/** Pause after the storage failed to delete a file. */
const RETRY_MS = 3_600_000;

/** Files that may be in no message: what a customer took back, what went with a contact, and uploads that nobody sent. */
@Injectable()
export class UnusedFiles implements OnApplicationBootstrap {
  private readonly logger = new Logger(UnusedFiles.name);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly unused: UnusedFilesRepository,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepUnusedFiles, SWEEP_INTERVAL_MS);
  }

  /**
   * To be called before messages lose these files, or before an upload is stored: a crash in between leaves no file
   * behind, and a change that did not come to pass costs none, since the sweep looks first.
   * @param afterMs when to look, milliseconds from now
   */
  async deleteLater(
    scope: CompanyScope,
    files: readonly Pick<Attachment, 'storage_key'>[],
    afterMs = UNUSED_GRACE_MS,
  ): Promise<void> {
    const keys = [...new Set(files.flatMap(({ storage_key }) => storage_key ?? []))];
    await this.unused.add(scope, keys, new Date(Date.now() + afterMs));
  }

  /** Run by one process at a time; done again after a crash it changes nothing. */
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

  /** One upload may be in several messages; it goes with the last. */
  private async deleteUnused(scope: CompanyScope, files: readonly UnusedFile[]): Promise<void> {
    const found = await this.messages.filesBesides(
      scope,
      files.map(({ storage_key }) => storage_key),
    );
    const used = new Set(found.map(({ storage_key }) => storage_key));
    const done = [];
    for (const { _id, storage_key } of files) {
      try {
        if (!used.has(storage_key)) await this.storage.delete(storage_key);
        done.push(_id);
      } catch (error) {
        this.logger.warn(`file ${storage_key} could not be deleted and is tried again: ${String(error)}`);
        await this.unused.postpone(scope, _id, new Date(Date.now() + RETRY_MS));
      }
    }
    await this.unused.remove(scope, done);
  }
}

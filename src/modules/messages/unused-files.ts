import { Injectable } from '@nestjs/common';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../core/jobs/index.js';
import { Storage } from '../../core/storage/index.js';
import { CompanyScope } from '../../core/tenancy/index.js';
import { MessagesRepository } from './messages.repository.js';
import type { Attachment } from './schemas/message.schema.js';

/** Deletes those of some files that no message has any more. */
export const DeleteUnusedFiles = defineJob<{ companyId: string; keys: readonly string[] }>(
  'messages.delete-unused-files',
);

/** By then the messages have changed, or the process that was about to change them is dead. */
const GRACE_MS = 60_000;
const KEYS_A_JOB = 200;

/** What a customer took back, and what went with a contact, also leaves the storage. */
@Injectable()
export class UnusedFiles {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
  ) {}

  /**
   * To be called before messages lose these files: a crash in between leaves none behind, and a change that did not come
   * to pass costs none, since the job looks first.
   */
  async deleteLater(scope: CompanyScope, files: readonly Pick<Attachment, 'storage_key'>[]): Promise<void> {
    const keys = [...new Set(files.flatMap(({ storage_key }) => storage_key ?? []))];
    for (let start = 0; start < keys.length; start += KEYS_A_JOB) {
      const payload = { companyId: scope.id, keys: keys.slice(start, start + KEYS_A_JOB) };
      await this.jobs.enqueue(DeleteUnusedFiles, payload, { delayMs: GRACE_MS });
    }
  }

  /** One upload may be in several messages; it goes with the last. */
  @JobHandler(DeleteUnusedFiles)
  async delete({ companyId, keys }: PayloadOf<typeof DeleteUnusedFiles>): Promise<void> {
    const files = await this.messages.filesBesides(CompanyScope.of(companyId), keys);
    const used = new Set(files.map(({ storage_key }) => storage_key));
    for (const key of keys) {
      if (!used.has(key)) await this.storage.delete(key);
    }
  }
}

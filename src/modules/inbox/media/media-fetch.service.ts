import { rm } from 'node:fs/promises';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { JobHandler, type JobRun, Jobs } from '../../../core/jobs/index.js';
import { assertStorageKey, Storage, UploadService } from '../../../core/storage/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { type FileOutcome, MessageFiles } from '../messages/index.js';
import type { Attachment, Message } from '../message-log/index.js';
import { outcomeOf, WrongFileError } from './fetch-outcome.js';
import { isOfKind, sniffStoredFile, type SniffedFile } from './file-kinds.js';
import {
  FETCH_JOB_TIMEOUT_MS,
  PENDING_EXPIRY_MS,
  PENDING_SWEEP_AGE_MS,
  PENDING_SWEEP_BATCH,
  PENDING_SWEEP_INTERVAL_MS,
} from './media.constants.js';
import { FetchMessageFiles, SweepPendingFiles } from './media.jobs.js';
import { readDetails } from './media-details.js';
import { PlayableCopies } from './playable-copies.service.js';
import { MediaSource } from './media-source.service.js';

/** Copies received files before the provider's addresses expire. */
@Injectable()
export class MediaFetch implements OnApplicationBootstrap {
  private readonly logger = new Logger(MediaFetch.name);

  constructor(
    private readonly files: MessageFiles,
    private readonly source: MediaSource,
    private readonly storage: Storage,
    private readonly uploads: UploadService,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
    private readonly copies: PlayableCopies,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.bus.on('message.published', async ({ companyId, messageId, hasPendingFiles }) => {
      if (hasPendingFiles) await this.enqueue(companyId, messageId);
    });
    await this.jobs.every(SweepPendingFiles, PENDING_SWEEP_INTERVAL_MS);
  }

  /** @throws Error while one of the files may still come, so that the job is tried again */
  @JobHandler(FetchMessageFiles, { timeoutMs: FETCH_JOB_TIMEOUT_MS })
  async fetchFiles({ companyId, messageId }: { companyId: string; messageId: string }, run: JobRun): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const message = await this.files.find(scope, messageId);
    const open: number[] = [];
    for (const [index, attachment] of (message?.attachments ?? []).entries()) {
      if (attachment.state !== 'pending') continue;
      const isSettled = await this.fetchOne(scope, message as Message, index, attachment, run);
      if (!isSettled) open.push(index);
    }
    if (open.length > 0) throw new Error(`files ${open.join(', ')} of message ${messageId} did not come yet`);
  }

  @JobHandler(SweepPendingFiles)
  async sweep(): Promise<void> {
    const now = Date.now();
    const messages = await this.files.pendingBefore(new Date(now - PENDING_SWEEP_AGE_MS), PENDING_SWEEP_BATCH);
    for (const message of messages) {
      const isTooOld = message.created_at.getTime() < now - PENDING_EXPIRY_MS;
      if (isTooOld) await this.expire(message);
      else await this.enqueue(message.company_id.toHexString(), message._id.toHexString());
    }
  }

  private enqueue(companyId: string, messageId: string): Promise<void> {
    return this.jobs.enqueue(FetchMessageFiles, { companyId, messageId }, { key: messageId });
  }

  private async fetchOne(
    scope: CompanyScope,
    message: Message,
    index: number,
    attachment: Attachment,
    run: JobRun,
  ): Promise<boolean> {
    const path = await this.uploads.placeForJob();
    try {
      const size = await this.source.fetch(scope, message, attachment, { path, signal: run.signal });
      const file = await sniffStoredFile(path);
      if (!isOfKind(attachment.type, file)) throw new WrongFileError(`${file.mime} instead of ${attachment.type}`);
      const outcome = await this.store(message, index, { path, size }, file);
      await this.files.settle(scope, message._id, index, outcome);
      return true;
    } catch (error) {
      const fetchOutcome = outcomeOf(error);
      this.logger.warn(`file ${index} of message ${message._id.toHexString()}: ${fetchOutcome}: ${String(error)}`);
      const isLast = run.attempt >= run.maxAttempts;
      if (fetchOutcome === 'retry' && !isLast) return false;
      await this.files.settle(scope, message._id, index, { state: fetchOutcome === 'expired' ? 'expired' : 'failed' });
      return true;
    } finally {
      await rm(path, { force: true });
    }
  }

  /** The key is derived from the file, so that a repetition after a crash overwrites it. */
  private async store(
    message: Message,
    index: number,
    { path, size }: { path: string; size: number },
    file: SniffedFile,
  ): Promise<FileOutcome> {
    const [year = '', month = ''] = message.created_at.toISOString().split('-');
    const name = `${message._id.toHexString()}-${index}.${file.extension}`;
    const storage_key = assertStorageKey([message.company_id.toHexString(), year, month, name].join('/'));
    await this.storage.put(storage_key, { path }, { mime: file.mime });
    const isVoice = message.attachments[index]?.type === 'audio';
    const has_playable_copy = isVoice && (await this.copies.store(storage_key, path, file.mime));
    const details = await readDetails(path, file.mime);
    return { state: 'stored', storage_key, mime_type: file.mime, size, ...details, has_playable_copy };
  }

  private async expire(message: Message): Promise<void> {
    const scope = CompanyScope.of(message.company_id);
    for (const [index, { state }] of message.attachments.entries()) {
      if (state === 'pending') await this.files.settle(scope, message._id, index, { state: 'expired' });
    }
  }
}

import { readFile, rm } from 'node:fs/promises';
import { Injectable, Logger } from '@nestjs/common';
import { UploadService } from '../../../core/storage/index.js';
import { outcomeOf, WrongFileError } from './fetch-outcome.js';
import { isOfKind, sniffStoredFile, type SniffedFile } from './file-kinds.js';
import { MediaSource } from './media-source.service.js';

export interface DownloadedPicture extends SniffedFile {
  bytes: Buffer;
}

/** Downloads small pictures, such as those of customers. */
@Injectable()
export class PictureDownload {
  private readonly logger = new Logger(PictureDownload.name);

  constructor(
    private readonly source: MediaSource,
    private readonly uploads: UploadService,
  ) {}

  /**
   * @returns null if there is no picture of an accepted kind and size at the address
   * @throws Error for a passing failure
   */
  async fetch(url: string, signal: AbortSignal): Promise<DownloadedPicture | null> {
    const path = await this.uploads.placeForJob();
    try {
      await this.source.fetchPicture(url, { path, signal });
      const file = await sniffStoredFile(path);
      if (!isOfKind('image', file)) throw new WrongFileError(`${file.mime} instead of a picture`);
      return { ...file, bytes: await readFile(path) };
    } catch (error) {
      if (outcomeOf(error) === 'retry') throw error;
      this.logger.warn(`a picture was not taken: ${String(error)}`);
      return null;
    } finally {
      await rm(path, { force: true });
    }
  }
}

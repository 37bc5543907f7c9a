import { Injectable } from '@nestjs/common';
import { Storage } from '../../../core/storage/index.js';
import { PLAYABLE_MIME, playableKeyOf } from '../message-log/index.js';
import { makePlayableCopy } from './playable-copy.js';

/** Stores copies of voice recordings that every player plays. */
@Injectable()
export class PlayableCopies {
  constructor(private readonly storage: Storage) {}

  /** @returns whether there is a copy; most files need none, and broken ones get none */
  async store(storageKey: string, path: string, mime: string): Promise<boolean> {
    const key = playableKeyOf(storageKey);
    const copy = key && (await makePlayableCopy(path, mime));
    if (!key || !copy) return false;
    await this.storage.put(key, copy, { mime: PLAYABLE_MIME });
    return true;
  }
}

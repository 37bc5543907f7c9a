import { Injectable } from '@nestjs/common';
import type { FetchFileOptions } from '../../../core/outbound/index.js';
import { type ChannelKind, channelKindKey, type DirectoryChannel } from '../channels/index.js';

/** Where a received file is downloaded. */
export type FilePlace = { readonly url: string } & Pick<FetchFileOptions, 'headers' | 'allowed'>;

/** Port of a channel kind whose provider gives addresses that need more, for instance a key. */
export interface FileSource {
  /** @param url the address in the event @throws AppError where the provider is not known any more */
  placeOf(channel: Pick<DirectoryChannel, 'scope' | 'external_id'>, url: string): Promise<FilePlace>;
}

/** A channel module registers its source in `onModuleInit`. */
@Injectable()
export class FileSources {
  private readonly sources = new Map<string, FileSource>();

  /** @throws Error when the kind has a source already */
  register(kind: ChannelKind, source: FileSource): void {
    const key = channelKindKey(kind);
    if (this.sources.has(key)) throw new Error(`The channel kind "${key}" has a file source already`);
    this.sources.set(key, source);
  }

  find(kind: ChannelKind): FileSource | undefined {
    return this.sources.get(channelKindKey(kind));
  }
}

import { Injectable } from '@nestjs/common';
import type { AccountNotice } from '../channels/index.js';
import type { InboundEvent } from '../messages/index.js';
import type { SocialEvent } from '../social-events/index.js';
import type { InboundEventRecord } from './schemas/inbound-event-record.schema.js';

/** `item` is JSON text. */
export type StoredItem = Pick<InboundEventRecord, 'platform' | 'external_id' | 'kind' | 'item' | 'provider_at'>;

type Mapped = InboundEvent | undefined;

/**
 * The mappers of a source. Each returns undefined for an item of another kind. If one throws, the event is tried again,
 * and parked in the end.
 */
export interface SourceMappers {
  event: (item: StoredItem) => Mapped | Promise<Mapped>;
  notice?: (item: StoredItem) => AccountNotice | undefined;
  /** A comment, reaction, post or mention in public. */
  social?: (item: StoredItem) => SocialEvent | undefined;
  /** A name without personal data, from a small set, for an item that nobody is shown. */
  unshown?: (item: StoredItem) => string;
}

type SourcedItem = StoredItem & Pick<InboundEventRecord, 'source'>;

/** Older events have no source; only Meta delivered events then. */
const SOURCE_BEFORE_SOURCES = 'meta';

/** The name of an item that the source does not know. */
export const UNKNOWN_ITEM = 'unknown';

/** Each source registers its mappers in `onModuleInit`. */
@Injectable()
export class InboundMappers {
  private readonly sources = new Map<string, SourceMappers>();

  /** @throws Error when the source has mappers already */
  register(source: string, mappers: SourceMappers): void {
    if (this.sources.has(source)) throw new Error(`The inbound source "${source}" has mappers already`);
    this.sources.set(source, mappers);
  }

  noticeOf({ source, ...item }: SourcedItem): AccountNotice | undefined {
    return this.sources.get(source ?? SOURCE_BEFORE_SOURCES)?.notice?.(item);
  }

  /** @throws Error when no module has registered mappers for the event's source */
  async map({ source, ...item }: SourcedItem): Promise<Mapped> {
    return this.of(source).event(item);
  }

  /** @throws Error like {@link map} */
  socialEventOf({ source, ...item }: SourcedItem): SocialEvent | undefined {
    return this.of(source).social?.(item);
  }

  /** @throws Error like {@link map} */
  unshownKindOf({ source, ...item }: SourcedItem): string {
    return this.of(source).unshown?.(item) ?? UNKNOWN_ITEM;
  }

  private of(source = SOURCE_BEFORE_SOURCES): SourceMappers {
    const mappers = this.sources.get(source);
    if (!mappers) throw new Error(`No mapper is registered for the inbound source "${source}"`);
    return mappers;
  }
}

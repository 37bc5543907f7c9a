import { Injectable } from '@nestjs/common';
import type { AccountNotice } from '../channels/index.js';
import type { InboundEvent } from '../messages/index.js';
import type { InboundEventRecord } from './schemas/inbound-event-record.schema.js';

/** `item` is JSON text. */
export type StoredItem = Pick<InboundEventRecord, 'platform' | 'external_id' | 'kind' | 'item' | 'provider_at'>;

/**
 * Port of a source: maps its stored items. Undefined for an item that the inbox does not show. After an exception the
 * event is tried again, and parked in the end.
 */
export type InboundMapper = (item: StoredItem) => InboundEvent | undefined;

/** Undefined for an item that is no notice about an account. */
export type NoticeMapper = (item: StoredItem) => AccountNotice | undefined;

/** Older events have no source; only Meta delivered events then. */
const SOURCE_BEFORE_SOURCES = 'meta';

/** A source registers its mapper in its `onModuleInit`. */
@Injectable()
export class InboundMappers {
  private readonly mappers = new Map<string, InboundMapper>();
  private readonly noticeMappers = new Map<string, NoticeMapper>();

  /** @throws Error when the source has a mapper already */
  register(source: string, mapper: InboundMapper, noticeMapper?: NoticeMapper): void {
    if (this.mappers.has(source)) throw new Error(`The inbound source "${source}" has a mapper already`);
    this.mappers.set(source, mapper);
    if (noticeMapper) this.noticeMappers.set(source, noticeMapper);
  }

  noticeOf({
    source = SOURCE_BEFORE_SOURCES,
    ...item
  }: StoredItem & Pick<InboundEventRecord, 'source'>): AccountNotice | undefined {
    return this.noticeMappers.get(source)?.(item);
  }

  /** @throws Error when no module has registered a mapper for the event's source */
  map({
    source = SOURCE_BEFORE_SOURCES,
    ...item
  }: StoredItem & Pick<InboundEventRecord, 'source'>): InboundEvent | undefined {
    const mapper = this.mappers.get(source);
    if (!mapper) throw new Error(`No mapper is registered for the inbound source "${source}"`);
    return mapper(item);
  }
}

import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { DEFAULT_PAGE_SIZE, toObjectId } from '../../../../core/tenancy/index.js';
import type { InboundEventDto, InboundEventPageDto, ListInboundEventsQueryDto } from '../dto/inbound-event.dto.js';
import { InboundEventsRepository } from '../inbound-events.repository.js';
import { InboundSignal } from '../inbound-signal.js';
import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';
import { redactItem } from './redact-item.js';

/** A company sees its own events, a super_admin also those without a company. */
@Injectable()
export class InboundEventsAdminService {
  constructor(
    private readonly events: InboundEventsRepository,
    private readonly signal: InboundSignal,
  ) {}

  /** @throws AppError FORBIDDEN for unroutable events, unless a super_admin asks */
  async list(principal: Principal, query: ListInboundEventsQueryDto): Promise<InboundEventPageDto> {
    const { state = 'parked', limit = DEFAULT_PAGE_SIZE, cursor } = query;
    if (state === 'unroutable' && principal.role !== 'super_admin') throw AppError.forbidden();
    const ofNobody = principal.role === 'super_admin' ? [null] : [];
    const companies = state === 'parked' ? [toObjectId(principal.companyId), ...ofNobody] : undefined;
    const records = await this.events.list({ state, companies, below: cursor }, limit + 1);
    const page = records.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = records.length > limit && last ? String(last.order) : null;
    return { items: page.map(toDto), nextCursor };
  }

  /**
   * Applies an event again; no effect happens twice.
   * @throws AppError NOT_FOUND, also for an event that is not parked
   */
  async replay(principal: Principal, id: string): Promise<InboundEventDto> {
    const own = await this.events.reopen(id, 'parked', toObjectId(principal.companyId));
    const reopened = own ?? (principal.role === 'super_admin' ? await this.reopenOfNobody(id) : null);
    if (!reopened) throw AppError.notFound('Inbound event');
    this.signal.wake();
    return toDto(reopened);
  }

  private async reopenOfNobody(id: string): Promise<InboundEventRecord | null> {
    return (await this.events.reopen(id, 'parked', null)) ?? (await this.events.reopen(id, 'unroutable', undefined));
  }
}

function toDto(record: InboundEventRecord): InboundEventDto {
  const { _id, key, platform, external_id, channel_id, state, attempts, last_error, provider_at, received_at } = record;
  return {
    _id,
    key,
    platform,
    external_id,
    channel_id: channel_id?.toHexString() ?? null,
    state,
    attempts,
    last_error: last_error ?? null,
    provider_at,
    received_at,
    item: redactItem(record.item),
  };
}

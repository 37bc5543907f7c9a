import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../../../core/errors/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import type { StoredItem } from '../../inbound-events/index.js';
import type { InboundEvent } from '../../messages/index.js';
import { WahaClient } from '../client/waha-client.js';
import { isWahaError, WahaUnreachable } from '../client/waha-errors.js';
import { WahaConnectionService } from '../connection/waha-connection.service.js';
import { WhatsappSessionsRepository } from '../sessions/whatsapp-sessions.repository.js';
import { mapEvent } from './map-event.js';
import { customerOf, isHiddenId } from './waha-ids.js';

const MAX_IDS_IN_MEMORY = 50_000;
const KNOWN_FOR_MS = 24 * 3_600_000;
/** The server may learn the number soon. */
const UNKNOWN_FOR_MS = 60_000;
/** A server that does not answer is not asked again in this time, because other companies would wait, too. */
const SILENT_FOR_MS = 60_000;
const MAX_SILENT_SESSIONS = 5_000;

/**
 * WhatsApp names the same customer by the number in one event and by a hidden id in the next. The server knows which
 * belong together; so they stay one contact.
 */
@Injectable()
export class HiddenIds {
  private readonly logger = new Logger(HiddenIds.name);
  /** An empty text: the server does not know the number. */
  private readonly numbers = new LRUCache<string, string>({ max: MAX_IDS_IN_MEMORY });
  /** Keys of sessions whose server did not answer. */
  private readonly silent = new LRUCache<string, true>({ max: MAX_SILENT_SESSIONS, ttl: SILENT_FOR_MS });

  constructor(
    private readonly sessions: WhatsappSessionsRepository,
    private readonly connections: WahaConnectionService,
    private readonly client: WahaClient,
  ) {}

  /** Maps an item and puts the number beside a hidden id. Without an answer the hidden id stands alone. */
  async map(item: StoredItem): Promise<InboundEvent | undefined> {
    const event = mapEvent(item);
    if (!event || !isHiddenId(event.customer_id)) return event;
    const phone = await this.numberOf(item.external_id, event.customer_id);
    if (phone === '') return event;
    const known = { ...event, customer_id: phone, customer_aliases: [event.customer_id] };
    if (known.kind !== 'message' || known.author === 'business') return known;
    return { ...known, profile: { ...known.profile, phone } };
  }

  private async numberOf(sessionKey: string, lid: string): Promise<string> {
    const key = `${sessionKey}:${lid}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (this.silent.has(sessionKey)) return '';
    const phone = await this.ask(sessionKey, lid);
    this.numbers.set(key, phone, { ttl: phone === '' ? UNKNOWN_FOR_MS : KNOWN_FOR_MS });
    return phone;
  }

  private async ask(sessionKey: string, lid: string): Promise<string> {
    const session = await this.sessions.findByKey(sessionKey);
    if (!session) return '';
    try {
      const server = await this.connections.server(CompanyScope.of(session.company_id));
      const number = customerOf(await this.client.phoneOfLid(server, session.session_name, lid));
      return number && !isHiddenId(number) ? number : '';
    } catch (error) {
      if (!isWahaError(error) && !(error instanceof AppError)) throw error;
      if (error instanceof WahaUnreachable) this.silent.set(sessionKey, true);
      this.logger.warn(`the number behind a hidden id is not known now: ${error.message}`);
      return '';
    }
  }
}

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { API_PREFIX } from '../../../../core/http/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { GoogleCalendarApi } from '../api/google-calendar-api.js';
import { GoogleRefusal } from '../api/google-failures.js';
import { type ActiveLink, CalendarLinksRepository } from '../links/calendar-links.repository.js';
import type { CalendarLink, WatchChannel } from '../schemas/calendar-link.schema.js';

export const WEBHOOK_PATH = `/${API_PREFIX}/google-calendar/webhook`;
const DAY_S = 86_400;
/** Google allows a week at most. */
const LIFE_S = 7 * DAY_S;
const RENEW_BEFORE_MS = DAY_S * 1_000;
const TOKEN_BYTES = 32;

/** Channels by which Google says that a calendar has changed. Without one the poller finds the change. */
@Injectable()
export class LinkChannels {
  private readonly logger = new Logger(LinkChannels.name);

  constructor(
    private readonly api: GoogleCalendarApi,
    private readonly links: CalendarLinksRepository,
    private readonly config: AppConfig,
  ) {}

  /** Opens a channel, or a new one a day before the old one ends. Some calendars have none, which is no failure. */
  async ensure(scope: CompanyScope, link: ActiveLink, now: Date): Promise<void> {
    // Google calls public https addresses only.
    if (!this.config.frontendUrl.startsWith('https://')) return;
    const old = link.channel;
    const isOfCalendar = old?.calendar_id === link.calendar_id;
    if (old && isOfCalendar && old.expires_at.getTime() - RENEW_BEFORE_MS > now.getTime()) return;
    const opened = await this.open(scope, link);
    if (!opened) return;
    // The token is stored after Google knows it: a notice before that only comes too early.
    if (await this.links.note(scope, link, { channel: opened })) {
      if (old) await this.close(scope, old);
    } else await this.close(scope, opened);
  }

  async closeOf(scope: CompanyScope, { channel }: CalendarLink): Promise<void> {
    if (channel) await this.close(scope, channel);
  }

  async closeAll(scope: CompanyScope): Promise<void> {
    for (const link of await this.links.shown(scope)) await this.closeOf(scope, link);
  }

  private async open(scope: CompanyScope, { calendar_id }: ActiveLink): Promise<WatchChannel | undefined> {
    const id = randomUUID();
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const address = this.config.frontendUrl.replace(/\/$/, '') + WEBHOOK_PATH;
    try {
      const opened = await this.api.watch(scope, calendar_id, { id, token, address, lifeSeconds: LIFE_S });
      const { resourceId: resource_id, expiresAt: expires_at } = opened;
      return { id, calendar_id, resource_id, token_hash: hashOfToken(token), expires_at };
    } catch (error) {
      if (!(error instanceof GoogleRefusal) || error.isTemporary) throw error;
      this.logger.warn({ message: 'Google opens no channel', companyId: scope.id, reason: error.reason });
      return undefined;
    }
  }

  /** A channel that stays open ends by itself; notices of unknown channels are ignored. */
  private async close(scope: CompanyScope, { id, resource_id }: WatchChannel): Promise<void> {
    await this.api.stop(scope, id, resource_id).catch((error: unknown) => {
      this.logger.warn({ message: 'channel of Google not closed', companyId: scope.id, error: String(error) });
    });
  }
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import { textOf } from '../../../../core/json/index.js';
import { isSameSecret } from '../../../../core/security/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { CalendarLinksRepository } from '../links/calendar-links.repository.js';
import { SyncRunner } from '../links/sync-runner.service.js';
import { hashOfToken } from './link-channels.service.js';

/** The first notice of each channel; nothing has changed. */
const OPENED = 'sync';

/** Takes the notices of Google. */
@Injectable()
export class GoogleReceiver {
  constructor(
    private readonly links: CalendarLinksRepository,
    private readonly runner: SyncRunner,
  ) {}

  /**
   * Makes the calendar of the channel due and begins its run. Several notices lead to one run.
   * @throws AppError 401 for a wrong token
   */
  async receive(headers: IncomingHttpHeaders): Promise<void> {
    const channelId = textOf(headers['x-goog-channel-id']);
    const link = channelId === undefined ? undefined : await this.links.ofChannel(channelId);
    if (!link?.channel) return;
    const token = textOf(headers['x-goog-channel-token']) ?? '';
    if (!isSameSecret(hashOfToken(token), link.channel.token_hash)) throw wrongToken();
    if (headers['x-goog-resource-state'] === OPENED) return;
    const scope = CompanyScope.of(link.company_id);
    await this.links.wakeOne(scope, link._id);
    this.runner.start(scope, link._id);
  }
}

function wrongToken(): AppError {
  return new AppError('INVALID_TOKEN', 401, 'The token is not that of the channel');
}

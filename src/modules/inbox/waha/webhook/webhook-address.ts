import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { API_PREFIX } from '../../../../core/http/index.js';

export const WEBHOOK_PATH = `/${API_PREFIX}/integrations/waha/webhook`;

/** Where a server delivers the events of one session. */
@Injectable()
export class WebhookAddress {
  constructor(private readonly config: AppConfig) {}

  of(sessionKey: string): string {
    return `${this.config.frontendUrl}${WEBHOOK_PATH}/${sessionKey}`;
  }
}

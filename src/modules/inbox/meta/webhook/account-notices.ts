import { Injectable } from '@nestjs/common';
import { type JsonObject, objectOf, textOf } from '../json.js';
import type { DeliveryItem } from './split-delivery.js';

export interface AccountNotice {
  /** Page, Instagram account or WhatsApp business account. */
  readonly accountId: string;
  readonly value: JsonObject;
}

/** Called before the delivery is acknowledged, and again after a repeated delivery. */
export type NoticeHandler = (notice: AccountNotice) => Promise<void>;

/** Notices about an account, which concern no conversation. A module registers for a webhook field in `onModuleInit`. */
@Injectable()
export class AccountNotices {
  private readonly handlers = new Map<string, NoticeHandler>();

  register(field: string, handler: NoticeHandler): void {
    this.handlers.set(field, handler);
  }

  /** Hands over the notices. @returns the other items @throws what a handler throws, so that Meta delivers again */
  async take(items: readonly DeliveryItem[]): Promise<DeliveryItem[]> {
    const others: DeliveryItem[] = [];
    for (const item of items) {
      const handler = item.kind === 'change' ? this.handlers.get(textOf(item.payload['field']) ?? '') : undefined;
      if (handler) await handler({ accountId: item.external_id, value: objectOf(item.payload['value']) });
      else others.push(item);
    }
    return others;
  }
}

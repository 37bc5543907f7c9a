import { Injectable } from '@nestjs/common';
import { type JsonObject, objectOf, textOf } from '../../../../core/json/index.js';
import type { DeliveryItem } from './split-delivery.js';

export interface FieldNotice {
  /** The id of a Page, Instagram account or WhatsApp business account. */
  readonly accountId: string;
  readonly value: JsonObject;
}

/** Called before the delivery is acknowledged, and again for a repeated delivery. */
type FieldHandler = (notice: FieldNotice) => Promise<void>;

/** Hands notices about an account to the module that has registered for the webhook field. */
@Injectable()
export class WebhookFieldHandlers {
  private readonly handlers = new Map<string, FieldHandler>();

  register(field: string, handler: FieldHandler): void {
    this.handlers.set(field, handler);
  }

  /** Calls the handlers. @returns the other items @throws the error of a handler, so that Meta delivers again */
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

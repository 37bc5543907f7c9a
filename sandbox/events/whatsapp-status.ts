import { DEFAULT_WABA_ID } from '../channels.ts';
import { compact, isObject, type JsonObject } from '../json.ts';
import type { WebhookEvent } from './types.ts';
import { MS_PER_SECOND, whatsappValue, type WhatsappChannelOptions } from './whatsapp.ts';

export type WhatsappStatusName = 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted';

/** An entry of `errors[]` in a failed status. */
export interface WhatsappStatusError {
  code: number;
  title: string;
  details?: string;
}

export function whatsappChange(
  options: WhatsappChannelOptions,
  rest: { id: string; field?: string; value: JsonObject },
): WebhookEvent {
  const { id, field = 'messages', value } = rest;
  return {
    object: 'whatsapp_business_account',
    entryId: options.wabaId ?? DEFAULT_WABA_ID,
    slot: 'changes',
    item: { value, field },
    id,
    field,
    at: options.at ?? Date.now(),
  };
}

export function whatsappStatus(
  options: WhatsappChannelOptions & {
    messageId: string;
    status: WhatsappStatusName;
    recipientId: string;
    callbackData?: string;
    error?: WhatsappStatusError;
    recipientBsuid?: string;
  },
): WebhookEvent {
  const { messageId, status, recipientId, callbackData, error, at = Date.now() } = options;
  const priced = status === 'sent' || status === 'delivered';
  const item = compact({
    id: messageId,
    status,
    timestamp: String(Math.floor(at / MS_PER_SECOND)),
    recipient_id: recipientId,
    recipient_user_id: options.recipientBsuid,
    biz_opaque_callback_data: callbackData,
    pricing: priced
      ? { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' }
      : undefined,
    errors: error === undefined ? undefined : [errorItem(error)],
  });
  return whatsappChange(
    { ...options, at },
    { id: `${messageId}:${status}`, value: whatsappValue(options, { statuses: [item] }) },
  );
}

function errorItem({ code, title, details }: WhatsappStatusError): JsonObject {
  return compact({
    code,
    title,
    message: title,
    error_data: details === undefined ? undefined : { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  });
}

/** Neither messages nor statuses. */
export function whatsappErrorOnly(options: WhatsappChannelOptions & { error: WhatsappStatusError }): WebhookEvent {
  const at = options.at ?? Date.now();
  const value = whatsappValue(options, { errors: [errorItem(options.error)] });
  return whatsappChange({ ...options, at }, { id: `error:${options.error.code}:${at}`, value });
}

/** For example `account_update`, `message_template_status_update`, `user_preferences`. */
export function whatsappOther(options: WhatsappChannelOptions & { field: string; value: JsonObject }): WebhookEvent {
  const at = options.at ?? Date.now();
  return whatsappChange(
    { ...options, at },
    { id: `${options.field}:${at}`, field: options.field, value: options.value },
  );
}

/** Meta has decided on a template. */
export function whatsappTemplateStatus(
  options: WhatsappChannelOptions & {
    template: { id: string; name: string; language: string };
    status: string;
    reason: string;
  },
): WebhookEvent {
  const { template, status, reason } = options;
  const value = {
    event: status,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
    reason,
  };
  return whatsappOther({ ...options, field: 'message_template_status_update', value });
}

/**
 * Puts several events of a number into one `value`. Meta normally does not mix messages with statuses, but receivers
 * must accept it.
 */
export function mergeWhatsappValues(values: readonly JsonObject[]): JsonObject {
  const merged: JsonObject = {};
  for (const value of values) {
    for (const [key, member] of Object.entries(value)) {
      const known = merged[key];
      merged[key] =
        Array.isArray(known) && Array.isArray(member) ? [...(known as unknown[]), ...(member as unknown[])] : member;
    }
  }
  return merged;
}

export function phoneNumberIdOf(value: unknown): string | undefined {
  const metadata = isObject(value) ? value['metadata'] : undefined;
  const id = isObject(metadata) ? metadata['phone_number_id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

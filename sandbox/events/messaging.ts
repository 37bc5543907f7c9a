/** Parts that Messenger and Instagram share. */
import { compact, type JsonObject } from '../json.ts';
import type { AttachmentInput, WebhookEvent } from './types.ts';

export interface MessagingDraft {
  object: 'page' | 'instagram';
  channelId: string;
  customerId: string;
  at: number | undefined;
  field: string;
  id: string;
  body: JsonObject;
  opensWindow?: boolean;
  creates?: string;
}

export function fromCustomer(draft: MessagingDraft): WebhookEvent {
  const at = draft.at ?? Date.now();
  const { channelId, customerId } = draft;
  return {
    ...addressed(draft, at, { id: customerId }, { id: channelId }),
    customer: { channelId, customerId, opensWindow: draft.opensWindow ?? false },
  };
}

export function fromBusiness(draft: MessagingDraft): WebhookEvent {
  return addressed(draft, draft.at ?? Date.now(), { id: draft.channelId }, { id: draft.customerId });
}

function addressed(draft: MessagingDraft, at: number, sender: JsonObject, recipient: JsonObject): WebhookEvent {
  return {
    object: draft.object,
    entryId: draft.channelId,
    slot: 'messaging',
    item: { sender, recipient, timestamp: at, ...draft.body },
    id: draft.id,
    field: draft.field,
    at,
    ...(draft.creates === undefined ? {} : { creates: draft.creates }),
  };
}

/** As an app receives it that does not own the thread. */
export function asStandby(event: WebhookEvent): WebhookEvent {
  return { ...event, slot: 'standby', field: 'standby' };
}

/** An attachment without url and payload has no `payload` at all, as `like_heart`. */
export function attachmentList(inputs: readonly AttachmentInput[]): JsonObject[] {
  return inputs.map(({ type, url, payload }) =>
    compact({ type, payload: url === undefined && payload === undefined ? undefined : compact({ url, ...payload }) }),
  );
}

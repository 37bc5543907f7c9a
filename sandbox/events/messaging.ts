/** What Messenger and Instagram share: the shape of one `messaging[]` item and who sends it to whom. */
import { compact, type JsonObject } from '../json.ts';
import type { AttachmentInput, WebhookEvent } from './types.ts';

/** A messaging event before it is addressed. */
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

/** An event the customer caused: sender is the customer. */
export function fromCustomer(draft: MessagingDraft): WebhookEvent {
  const at = draft.at ?? Date.now();
  const { channelId, customerId } = draft;
  return {
    ...addressed(draft, at, { id: customerId }, { id: channelId }),
    customer: { channelId, customerId, opensWindow: draft.opensWindow ?? false },
  };
}

/** An event of the business itself (an echo): sender is the account. */
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

/** The same event as an app sees it that does not own the thread. */
export function asStandby(event: WebhookEvent): WebhookEvent {
  return { ...event, slot: 'standby', field: 'standby' };
}

/** `attachments[]` members; an attachment without url and payload has no `payload` at all, as `like_heart`. */
export function attachmentList(inputs: readonly AttachmentInput[]): JsonObject[] {
  return inputs.map(({ type, url, payload }) =>
    compact({ type, payload: url === undefined && payload === undefined ? undefined : compact({ url, ...payload }) }),
  );
}

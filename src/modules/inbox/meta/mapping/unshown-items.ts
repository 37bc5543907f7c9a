import { type StoredItem, UNKNOWN_ITEM } from '../../inbound-events/index.js';
import { type JsonObject, objectOf, textOf } from '../../../../core/json/index.js';

/** Items that are not shown, each with the reason. A metric counts them by name. */
const UNSHOWN: Readonly<Record<string, string>> = {
  optin: 'the customer allows notifications and says nothing',
  account_linking: 'the customer logs in to a site; PetBuddy offers none',
  messaging_feedback: 'it answers a form that PetBuddy does not send',
  pass_thread_control: 'Meta moves the thread between apps; events then come as standby',
  take_thread_control: 'Meta moves the thread between apps; events then come as standby',
  request_thread_control: 'another app asks for the thread; PetBuddy never gives it up by itself',
  app_roles: 'a setting of the Page',
  policy_enforcement: 'a notice about the account, shown with the health of the channel',
  delivery: 'a receipt that names no message',
  read: 'a receipt that names no message, or of the business itself',
  reaction: 'a reaction of the business itself, or without its message',
  message_edit: 'an edit without its message or text',
  referral: 'a link that names neither a campaign nor an ad',
  message: 'a message without an id or a customer, or of a group; PetBuddy serves no groups',
  echo: 'a message of the business without an id or a customer',
  status: 'a receipt without a message, of a group, or of an unknown kind',
  request_welcome: 'the customer opened the chat and has not written',
  ephemeral: 'a setting of the chat',
  system: 'the customer has a new safety number, and the same id',
  revoke: 'a removal that names no message',
  edit: 'an edit that names no message',
  errors: 'WhatsApp reports an error of the number and no message',
  feed: 'a change of the Page that is no comment, reaction or post',
  mention: 'a mention without its place',
  mentions: 'a mention without its place',
  comments: 'a comment without an id',
  live_comments: 'a comment without an id',
  story_insights: 'numbers without their story',
  account_update: 'a notice about the account, shown with the health of the channel',
  message_template_status_update: 'a template changes, not a conversation',
  message_template_quality_update: 'a template changes, not a conversation',
  message_template_components_update: 'a template changes, not a conversation',
  template_category_update: 'a template changes, not a conversation',
  phone_number_quality_update: 'a limit of the number',
  smb_app_state_sync: 'contacts of the phone app; PetBuddy copies no address books',
  smb_message_echoes: 'echoes without a message',
  history: 'messages from before the connect; PetBuddy imports no history',
  user_preferences: 'a choice of the customer; templates of marketing are not sent by PetBuddy itself',
  security: 'a setting of the number',
  calls: 'PetBuddy takes no calls',
  flows: 'a form of the business changes',
};

const WHATSAPP_TYPES = new Set(['request_welcome', 'ephemeral', 'system', 'reaction', 'edit', 'revoke']);
const NO_EVENT = new Set(['sender', 'recipient', 'timestamp']);

/** A name in {@link UNSHOWN}, or `unknown`. Never a part of the item, which may be personal data. */
export function unshownKindOf({ platform, kind, item }: StoredItem): string {
  const payload = JSON.parse(item) as JsonObject;
  const name =
    kind === 'change' ? changeName(payload) : platform === 'whatsapp' ? whatsappName(kind, payload) : keyOf(payload);
  return Object.hasOwn(UNSHOWN, name) ? name : UNKNOWN_ITEM;
}

/** One member of each item of Messenger and Instagram is its name. */
function keyOf(payload: JsonObject): string {
  return Object.keys(payload).find((key) => !NO_EVENT.has(key)) ?? '';
}

function whatsappName(kind: string, payload: JsonObject): string {
  const type = textOf(objectOf(payload['item'])['type']) ?? '';
  return kind !== 'status' && WHATSAPP_TYPES.has(type) ? type : kind;
}

/** A delivery of messages may have errors only. */
function changeName(change: JsonObject): string {
  const field = textOf(change['field']) ?? '';
  return field === 'messages' && objectOf(change['value'])['errors'] !== undefined ? 'errors' : field;
}

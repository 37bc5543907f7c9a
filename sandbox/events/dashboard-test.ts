/** The unrealistic payloads of the "Test" button in Meta's dashboard: entry id "0", string timestamps, odd ids. */
import type { JsonObject } from '../json.ts';

const TEST_ITEM = {
  sender: { id: '12334' },
  recipient: { id: '23245' },
  timestamp: '1527459824',
  message: { mid: 'random_mid', text: 'random_text' },
};

export function instagramTestPayload(): JsonObject {
  return { object: 'instagram', entry: [{ id: '0', time: 1527459824, messaging: [TEST_ITEM] }] };
}

export function instagramTestChangePayload(): JsonObject {
  return {
    object: 'instagram',
    entry: [{ id: '0', time: 1527459824, changes: [{ field: 'messages', value: TEST_ITEM }] }],
  };
}

export function pageTestPayload(): JsonObject {
  return { object: 'page', entry: [{ id: '0', time: 1527459824, changes: [{ field: 'messages', value: TEST_ITEM }] }] };
}

export function whatsappTestPayload(): JsonObject {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '16505551111', phone_number_id: '123456123' },
    contacts: [{ profile: { name: 'test user name' }, wa_id: '16315551181' }],
    messages: [
      {
        from: '16315551181',
        id: 'ABGGFlA5Fpa',
        timestamp: '1504902988',
        type: 'text',
        text: { body: 'this is a text message' },
      },
    ],
  };
  return { object: 'whatsapp_business_account', entry: [{ id: '0', changes: [{ field: 'messages', value }] }] };
}

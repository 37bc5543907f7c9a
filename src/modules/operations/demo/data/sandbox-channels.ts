import type { DemoChannel } from './demo-data.js';

/** The accounts and tokens of the sandbox (sandbox/channels.ts). */
export const DEMO_CHANNELS: readonly DemoChannel[] = [
  {
    platform: 'facebook',
    external_id: '1000000000000001',
    name: 'Patas & Cia (Messenger)',
    access_token: 'sandbox-token-facebook',
  },
  {
    platform: 'instagram',
    external_id: '17841400000000001',
    name: 'Patas & Cia (Instagram)',
    // The token of the Page, for an account connected through Facebook Login.
    access_token: 'sandbox-token-facebook',
    settings: { page_id: '1000000000000001' },
  },
  {
    platform: 'whatsapp',
    external_id: '106300000000001',
    name: 'Patas & Cia (WhatsApp)',
    access_token: 'sandbox-token-whatsapp',
    settings: { waba_id: '205000000000001' },
  },
];

export const BAIRRO_PAGE: DemoChannel = {
  platform: 'facebook',
  external_id: '1000000000000002',
  name: 'Bairro Pet Spa (Messenger)',
  access_token: 'sandbox-token-bairro',
};

/** Platform names as the product's API spells them; `facebook` is Messenger. */
export type Platform = 'facebook' | 'instagram' | 'whatsapp';

export const PLATFORMS: readonly Platform[] = ['facebook', 'instagram', 'whatsapp'];

/** A business account customers can write to. */
export interface Channel {
  platform: Platform;
  /** Page id, Instagram account id or WhatsApp `phone_number_id`. */
  external_id: string;
  name: string;
  /** Defaults to `sandbox-token-<platform>`. */
  access_token?: string;
  /** Instagram: the Page the account is linked to; its token works for the account too. */
  page_id?: string;
  /** WhatsApp: the business account that webhook entries carry as their id. */
  waba_id?: string;
  /** WhatsApp: digits only. */
  display_phone_number?: string;
}

export const DEFAULT_PAGE_ID = '1000000000000001';
export const DEFAULT_INSTAGRAM_ID = '17841400000000001';
export const DEFAULT_PHONE_NUMBER_ID = '106300000000001';
export const DEFAULT_WABA_ID = '205000000000001';
export const DEFAULT_DISPLAY_PHONE = '5511999990000';
export const DEFAULT_APP_ID = '600000000000001';

/** One channel a platform: what a demo company is connected to. */
export const DEFAULT_CHANNELS: readonly Channel[] = [
  { platform: 'facebook', external_id: DEFAULT_PAGE_ID, name: 'Patas & Cia' },
  { platform: 'instagram', external_id: DEFAULT_INSTAGRAM_ID, name: 'patasecia', page_id: DEFAULT_PAGE_ID },
  {
    platform: 'whatsapp',
    external_id: DEFAULT_PHONE_NUMBER_ID,
    name: 'Patas & Cia',
    waba_id: DEFAULT_WABA_ID,
    display_phone_number: DEFAULT_DISPLAY_PHONE,
  },
];

/** The access token that works for this channel. */
export function channelToken(channel: Channel): string {
  return channel.access_token ?? `sandbox-token-${channel.platform}`;
}

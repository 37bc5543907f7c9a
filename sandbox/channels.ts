/** Platform names as the product's API spells them; `facebook` is Messenger. */
export type Platform = 'facebook' | 'instagram' | 'whatsapp';

export const PLATFORMS: readonly Platform[] = ['facebook', 'instagram', 'whatsapp'];

export interface Channel {
  platform: Platform;
  /** Page id, Instagram account id or WhatsApp `phone_number_id`. */
  external_id: string;
  name: string;
  /** Defaults to `sandbox-token-<platform>`, for Instagram to `IGAAsandbox-token-instagram`. */
  access_token?: string;
  /** Instagram: the token of the linked Page also works for the account. */
  page_id?: string;
  /** WhatsApp: the business account that webhook entries carry as their id. */
  waba_id?: string;
  /** WhatsApp: digits only. */
  display_phone_number?: string;
  /** WhatsApp: true for a number that is not registered for the Cloud API yet. */
  is_unregistered?: boolean;
  /** WhatsApp: the PIN of its two-step verification, if it has one. */
  pin?: string;
  /** Instagram: a personal account has no API. */
  is_personal?: boolean;
}

export const DEFAULT_PAGE_ID = '1000000000000001';
export const DEFAULT_INSTAGRAM_ID = '17841400000000001';
export const DEFAULT_PHONE_NUMBER_ID = '106300000000001';
export const DEFAULT_WABA_ID = '205000000000001';
export const DEFAULT_DISPLAY_PHONE = '5511999990000';
export const DEFAULT_APP_ID = '600000000000001';

/** One channel for each platform, used by tests and by the first demo company. */
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

const SECOND_PAGE: Channel = {
  platform: 'facebook',
  external_id: '1000000000000002',
  name: 'Bairro Pet Spa',
  access_token: 'sandbox-token-bairro',
};

/** The channels of both demo companies. */
export const DEMO_CHANNELS: readonly Channel[] = [...DEFAULT_CHANNELS, SECOND_PAGE];

/** Page ids for practice: a company that has no account yet connects one with the token `sandbox-practice-<page id>`. */
const PRACTICE_PAGE_ID = /^1900\d{1,20}$/;
const PRACTICE_TOKEN_PREFIX = 'sandbox-practice-';

/** The practice page of this id; undefined where the id is not one for practice. */
export function practicePage(id: string): Channel | undefined {
  if (!PRACTICE_PAGE_ID.test(id)) return undefined;
  return {
    platform: 'facebook',
    external_id: id,
    name: 'Practice page',
    access_token: `${PRACTICE_TOKEN_PREFIX}${id}`,
  };
}

/** The practice page that the token acts for. */
export function practicePageOfToken(token: string): Channel | undefined {
  return token.startsWith(PRACTICE_TOKEN_PREFIX) ? practicePage(token.slice(PRACTICE_TOKEN_PREFIX.length)) : undefined;
}

/** Undefined on other platforms. */
export function wabaOf({ platform, waba_id: id }: Channel): string | undefined {
  return platform === 'whatsapp' ? (id ?? DEFAULT_WABA_ID) : undefined;
}

/** Tokens of Instagram Login begin with it. */
const INSTAGRAM_LOGIN = 'IGAA';

/** The token of an Instagram account is one of Instagram Login. */
export function channelToken({ platform, access_token: token }: Pick<Channel, 'platform' | 'access_token'>): string {
  return token ?? `${platform === 'instagram' ? INSTAGRAM_LOGIN : ''}sandbox-token-${platform}`;
}

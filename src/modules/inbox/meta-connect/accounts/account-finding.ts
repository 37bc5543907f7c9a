import type { MetaPlatform } from '../../meta/index.js';

/** The reasons why an account cannot be connected. */
export const REASON_TEXTS = {
  ALREADY_CONNECTED: 'It is connected already',
  TAKEN: 'Another company has connected it. Disconnect it there first',
  MISSING_TASK: 'Your role on the Page does not allow messages. Ask its owner for full control, then log in again',
  SCOPE_DECLINED: 'A permission that it needs was declined. Log in again and leave all permissions on',
  NOT_PROFESSIONAL: 'It is a personal account. Change it to a professional account in the Instagram app',
} as const;
export type ReasonCode = keyof typeof REASON_TEXTS;

/** The reasons for missing accounts that PetBuddy can detect. */
export const FINDING_TEXTS = {
  SCOPE_DECLINED: 'This permission was declined in the dialog. Log in again and leave all permissions on',
  PAGE_NOT_TICKED: 'No Page was ticked in the dialog, or you manage none. Log in again and tick your Page',
  NO_PAGE_ROLE: 'You have no role on the Pages that you ticked. Ask the owner of the Page for full control',
  MISSING_TASK: 'Your role on this Page does not allow messages. Ask its owner for full control',
  NO_LINKED_INSTAGRAM:
    'No Instagram account is linked to this Page. Link a professional account in the settings of the Page, or use the button for Instagram',
  NOT_PROFESSIONAL: 'This Instagram account is personal. Change it to a professional account in the Instagram app',
  NO_BUSINESS_ACCOUNT: 'No WhatsApp business account was chosen in the dialog. Log in again and choose one',
  NO_NUMBER: 'This WhatsApp business account has no phone number. Add one in the WhatsApp Manager',
} as const;
export type FindingCode = keyof typeof FINDING_TEXTS;

/** Its token is in `secrets`. */
export interface FoundAccount {
  external_id: string;
  platform: MetaPlatform;
  name: string;
  connectable: boolean;
  reason_code?: ReasonCode;
  reason?: string;
  /** A WhatsApp number that is registered with a PIN. */
  needs_pin?: boolean;
  settings?: Record<string, string | number | boolean>;
}

export interface ConnectionFinding {
  code: FindingCode;
  message: string;
  /** The account or the permission. */
  subject?: string;
}

export interface AccountWithToken extends FoundAccount {
  token: string;
}

export interface AccountSearch {
  accounts: AccountWithToken[];
  findings: ConnectionFinding[];
}

/** A person's or a business's token. */
export interface LoginToken {
  token: string;
  /** ISO 8601; absent: unknown or never. */
  expires_at?: string;
  /** The scopes in the answer of the exchange; only Instagram Login has them. */
  scopes?: string[];
  /** WhatsApp: the ids from Embedded Signup. */
  hint?: { waba_id?: string; phone_number_id?: string };
}

export function finding(code: FindingCode, subject?: string): ConnectionFinding {
  return { code, message: FINDING_TEXTS[code], ...(subject && { subject }) };
}

export function refused(account: AccountWithToken, reason_code: ReasonCode): AccountWithToken {
  return { ...account, connectable: false, reason_code, reason: REASON_TEXTS[reason_code] };
}

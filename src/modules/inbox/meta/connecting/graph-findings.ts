import type { AccountFindings } from '../../channels/index.js';

/** Findings of one step for the next ones. */
export type GraphFindings = AccountFindings & {
  /** The PIN that registers a WhatsApp number. */
  pin?: string;
  /** The token lists no accounts, so the account is proven only once it is subscribed. */
  isSubscriptionNeeded?: boolean;
  /** `granular_scopes` of debug_token: `{scope, target_ids}`. */
  granularScopes?: readonly Readonly<Record<string, unknown>>[];
};

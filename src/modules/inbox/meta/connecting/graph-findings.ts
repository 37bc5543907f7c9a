import type { AccountFindings } from '../../channels/index.js';

/** What the steps of a test find out, also for the steps behind them. */
export type GraphFindings = AccountFindings & {
  /** The token lists no accounts, so the account is proven only once it is subscribed. */
  isSubscriptionNeeded?: boolean;
  /** `granular_scopes` of debug_token: `{scope, target_ids}`. */
  granularScopes?: readonly Readonly<Record<string, unknown>>[];
};

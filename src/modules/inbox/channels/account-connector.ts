import type { Channel, ChannelHealth, ChannelSettings } from './schemas/channel.schema.js';
import type { ChannelToken, TokenFindings } from './tokens/channel-token.js';

/** `registration` is for WhatsApp numbers only. */
export const SELF_TEST_STEPS = ['token', 'account', 'registration', 'subscription', 'read_back'] as const;
export type SelfTestStep = (typeof SELF_TEST_STEPS)[number];

/** A finished step of the self-test. `message` says the result, or what to do. */
export interface StepResult {
  step: SelfTestStep;
  ok: boolean;
  message: string;
}

export type TestedAccount = Pick<Channel, 'platform' | 'external_id' | 'settings'>;

export type AccountFindings = Pick<Partial<ChannelHealth>, 'subscribed_fields'> & {
  /** Only what the provider says; Instagram Login says no dates. */
  token?: Partial<TokenFindings>;
  app_scoped_id?: string;
  settings?: ChannelSettings;
  /** The node at the provider that was subscribed. Several channels may share one. */
  subscribed_node?: string;
};

export interface TestOutcome {
  readonly results: readonly StepResult[];
  readonly findings: AccountFindings;
  /** The provider confirmed that the token may act for the account. */
  readonly isProven: boolean;
  /** The provider refused the token. False while the provider does not answer. */
  readonly isRefused: boolean;
  /** A person of the company has stopped the account, so nobody gets a mail. */
  readonly isStopped?: boolean;
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

export interface TokenCheck {
  /** Empty if the provider did not answer. */
  readonly findings: Partial<TokenFindings>;
  /** Replaces the old token, which stays valid for running calls. Plain text: never store or log it. */
  readonly newToken?: string;
  /** The provider refused the token. False while the provider does not answer. */
  readonly isRefused: boolean;
  readonly error?: { readonly code: string; readonly message: string };
}

export interface TestOptions {
  /** Six digits that register a WhatsApp number. Never stored. */
  readonly pin?: string | undefined;
  /** Called after each step. */
  readonly onStep?: (result: StepResult) => Promise<void>;
}

/** Port of a channel kind: connects, tests and gives up accounts at its provider. */
export interface AccountConnector {
  readonly providerName: string;
  /**
   * Tests whether a token may act for an account, and subscribes to the account's events on the way. Called to connect an
   * account, before a new token replaces the old one, and by the self-test. Stores nothing.
   */
  test(account: TestedAccount, token: string, options?: TestOptions): Promise<TestOutcome>;
  /**
   * Asks whether a token still works, and renews it when it is due. Stores nothing and changes no subscription.
   * @param isWanted true if a person asked for the renewal: renews it as early as the provider allows
   */
  checkToken(token: string, known: ChannelToken, isWanted: boolean): Promise<TokenCheck>;
  /**
   * Ends the events of an account, while the company still holds it. A failure at the provider is logged and ignored,
   * because later events find no channel. Not called while another channel shares the subscribed node.
   */
  disconnect(account: TestedAccount & Pick<Channel, 'subscribed_node'>, token: string): Promise<void>;
}

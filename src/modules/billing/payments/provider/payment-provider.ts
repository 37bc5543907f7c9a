import type { PaymentMethod } from '../payment.types.js';

export const PROVIDER_ENVIRONMENTS = ['sandbox', 'production'] as const;
export type ProviderEnvironment = (typeof PROVIDER_ENVIRONMENTS)[number];

/** The account of a company, with its key in plain text: never store or log it. */
export interface ProviderAccess {
  readonly apiKey: string;
  readonly environment: ProviderEnvironment;
}

/** A method that needs a provider. */
export type ProviderMethod = Exclude<PaymentMethod, 'desk'>;

/** `unknown`: the provider says something new; nothing changes then. */
export type ProviderPhase =
  'open' | 'overdue' | 'confirmed' | 'received' | 'refunding' | 'refunded' | 'charged_back' | 'unknown';

export interface ProviderRefund {
  /** Our id of the refund; null if somebody made it at the provider. */
  readonly key: string | null;
  /** In minor units. */
  readonly amount: number;
  readonly status: 'requested' | 'done' | 'failed';
  /** YYYY-MM-DD; null if the provider does not say it. */
  readonly madeOn: string | null;
}

/** A payment as the provider has it now. */
export interface ProviderPayment {
  readonly id: string;
  readonly phase: ProviderPhase;
  /** In minor units. */
  readonly amount: number;
  readonly refunds: readonly ProviderRefund[];
  readonly isDeleted: boolean;
  /** The day on which the customer paid, YYYY-MM-DD; null if the provider does not say it. */
  readonly paidOn: string | null;
  /** Where the customer pays in a browser. */
  readonly payUrl: string | null;
  readonly slipUrl: string | null;
}

/** What a customer needs to pay. */
export interface PaymentCodes {
  /** PNG in base64, of the PIX code. */
  readonly qr_image: string | null;
  /** The PIX code to copy, or the line of the boleto. */
  readonly code: string | null;
}

export interface Charge {
  /** Our id: the provider has at most one payment for it. */
  readonly reference: string;
  readonly method: ProviderMethod;
  /** In minor units. */
  readonly amount: number;
  readonly description: string | null;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
  readonly customer: ProviderCustomer;
}

export interface ProviderCustomer {
  /** Our id: the provider has at most one customer for it. */
  readonly reference: string;
  readonly name: string;
  readonly email: string | null;
  /** Digits of the tax number. */
  readonly taxId: string | null;
}

/** The provider has understood the request and refuses it: repeating does not help. */
export class ProviderRefusal extends Error {
  override readonly name = 'ProviderRefusal';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A provider of payments. Every call may be repeated, except `refund`. Besides refusals, a call may throw: then nothing is known about its effect. */
export abstract class PaymentProvider {
  /** The only currency that it takes. */
  abstract readonly currency: string;

  /** It takes no smaller payment; in minor units. */
  abstract readonly minimumAmount: number;

  /** @throws ProviderRefusal if the key is not accepted */
  abstract check(access: ProviderAccess): Promise<void>;

  /** Finds the payment of the reference, or makes it unless the signal is aborted. @throws ProviderRefusal */
  abstract charge(access: ProviderAccess, charge: Charge, signal: AbortSignal): Promise<ProviderPayment>;

  /** Finds the payment by our reference. */
  abstract find(access: ProviderAccess, reference: string): Promise<ProviderPayment | undefined>;

  /** Undefined if there is no payment. */
  abstract read(access: ProviderAccess, id: string): Promise<ProviderPayment | undefined>;

  abstract codes(access: ProviderAccess, id: string, method: ProviderMethod): Promise<PaymentCodes>;

  /** Not idempotent by itself: look at the refunds of the payment first. Not made if the signal is aborted. @throws ProviderRefusal */
  abstract refund(
    access: ProviderAccess,
    id: string,
    refund: { key: string; amount: number },
    signal: AbortSignal,
  ): Promise<void>;

  /** Ends a payment for which no money has come in. @throws ProviderRefusal */
  abstract remove(access: ProviderAccess, id: string): Promise<void>;

  /** Makes or renews the webhook of this address. @returns its id */
  abstract registerWebhook(access: ProviderAccess, webhook: { url: string; token: string }): Promise<string>;

  abstract removeWebhook(access: ProviderAccess, id: string): Promise<void>;
}

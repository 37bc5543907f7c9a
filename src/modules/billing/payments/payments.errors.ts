import { AppError } from '../../../core/errors/index.js';
import type { PaymentStatus } from './payment.types.js';

export const refundTooHigh = (refundable: number): AppError =>
  AppError.conflict('REFUND_TOO_HIGH', 'The amount is higher than what can still be refunded; enter a lower amount', {
    refundable,
  });

export const nothingToRefund = (): AppError =>
  AppError.conflict(
    'NOTHING_TO_REFUND',
    'Nothing of this payment can be paid back: no money has come in, or all went back',
  );

export const amountTooHigh = (owed: number): AppError =>
  AppError.conflict('AMOUNT_TOO_HIGH', 'The amount is higher than what is still owed; enter a lower amount', { owed });

export const requestOpen = (requested: number): AppError =>
  AppError.conflict(
    'REQUEST_OPEN',
    'The customer can still pay an open payment request for this; cancel it first, or enter a lower amount',
    { requested },
  );

export const notBooked = (): AppError =>
  AppError.conflict('NOT_BOOKED', 'The appointment is not booked yet; confirm it first');

export const notCancellable = (status: PaymentStatus): AppError =>
  AppError.conflict('NOT_CANCELLABLE', `A payment that is ${status} cannot be cancelled; refund it if money came in`);

export const clientKeyReused = (): AppError =>
  AppError.conflict('CLIENT_KEY_REUSED', 'This client_key was used with another request; use a new key');

export const noReceipt = (): AppError =>
  AppError.conflict('NO_RECEIPT', 'There is a receipt only for a payment whose money has come in');

export const badPeriod = (maxDays: number): AppError =>
  new AppError('BAD_PERIOD', 400, `Ask for 1 to ${maxDays} days; \`to\` must not lie before \`from\``);

export const providerMissing = (): AppError =>
  AppError.conflict('PROVIDER_MISSING', 'Connect a payment provider first, or take the payment at the desk');

export const paymentsOpen = (open: number): AppError =>
  AppError.conflict(
    'PAYMENTS_OPEN',
    `Cancel the ${open} open payments first, or wait for them: they are in the connected account`,
    { open },
  );

export const keyRefused = (reason: string): AppError =>
  new AppError(
    'KEY_REFUSED',
    422,
    `Asaas does not accept this: ${reason}. Check the key, the environment, and that PetBuddy has a public https address`,
  );

export const providerUnreachable = (): AppError =>
  new AppError('PROVIDER_UNREACHABLE', 503, 'The payment provider does not answer; try again in a minute');

export const providerRefused = (reason: string): AppError =>
  new AppError('PROVIDER_REFUSED', 422, `The payment provider refuses this: ${reason}`);

export const currencyNotSupported = (currency: string): AppError =>
  AppError.conflict('CURRENCY_NOT_SUPPORTED', `The payment provider takes only ${currency}; take it at the desk`);

export const contactNeeded = (): AppError =>
  AppError.conflict('CONTACT_NEEDED', 'The appointment has no customer; add one, or take the payment at the desk');

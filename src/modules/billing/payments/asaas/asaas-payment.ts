import { type JsonObject, objectsOf, textOf } from '../../../../core/json/index.js';
import { toMinorUnits } from '../../../../core/money/index.js';
import type { ProviderMethod, ProviderPayment, ProviderPhase, ProviderRefund } from '../provider/payment-provider.js';

export const ASAAS_CURRENCY = 'BRL';

export const BILLING_TYPES: Readonly<Record<ProviderMethod, string>> = {
  pix: 'PIX',
  boleto: 'BOLETO',
  card: 'CREDIT_CARD',
};

const PHASES: Readonly<Record<string, ProviderPhase>> = {
  PENDING: 'open',
  AWAITING_RISK_ANALYSIS: 'open',
  OVERDUE: 'overdue',
  DUNNING_REQUESTED: 'overdue',
  CONFIRMED: 'confirmed',
  RECEIVED: 'received',
  RECEIVED_IN_CASH: 'received',
  DUNNING_RECEIVED: 'received',
  REFUND_REQUESTED: 'refunding',
  REFUND_IN_PROGRESS: 'refunding',
  REFUNDED: 'refunded',
  CHARGEBACK_REQUESTED: 'charged_back',
  CHARGEBACK_DISPUTE: 'charged_back',
  AWAITING_CHARGEBACK_REVERSAL: 'charged_back',
};
const REFUNDS: Readonly<Record<string, ProviderRefund['status']>> = { DONE: 'done', CANCELLED: 'failed' };
const DAY = /^\d{4}-\d{2}-\d{2}/;
const KEY = /refund ([0-9a-f]{24})$/;

/** The text of a refund at Asaas. It carries our id, since Asaas has no other field for it. */
export const refundText = (key: string): string => `refund ${key}`;

/** @throws Error for an answer that is no payment */
export function toProviderPayment(json: JsonObject): ProviderPayment {
  const id = textOf(json['id']);
  if (id === undefined) throw new Error('Asaas answered with a payment without an id');
  return {
    id,
    phase: PHASES[textOf(json['status']) ?? ''] ?? 'unknown',
    amount: minorUnits(json['value']),
    refunds: objectsOf(json['refunds']).map(toRefund),
    isDeleted: json['deleted'] === true,
    // `paymentDate` of a card is the day of the settlement, a month later.
    paidOn: dayOf(json['clientPaymentDate']) ?? dayOf(json['confirmedDate']) ?? dayOf(json['paymentDate']),
    payUrl: webAddress(json['invoiceUrl']),
    slipUrl: webAddress(json['bankSlipUrl']),
  };
}

const toRefund = ({ status, value, description, dateCreated }: JsonObject): ProviderRefund => ({
  key: KEY.exec(textOf(description) ?? '')?.[1] ?? null,
  amount: minorUnits(value),
  status: REFUNDS[textOf(status) ?? ''] ?? 'requested',
  madeOn: dayOf(dateCreated),
});

const dayOf = (value: unknown): string | null => DAY.exec(textOf(value) ?? '')?.[0] ?? null;

const minorUnits = (value: unknown): number => toMinorUnits(typeof value === 'number' ? value : 0, ASAAS_CURRENCY);

function webAddress(value: unknown): string | null {
  const text = textOf(value) ?? '';
  return /^https?:\/\//.test(text) ? text : null;
}

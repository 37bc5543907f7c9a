import { randomBytes } from 'node:crypto';
import { numericId } from '../ids.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import { invalid } from './asaas-refusal.ts';

const BILLING_TYPES: readonly unknown[] = ['PIX', 'BOLETO', 'CREDIT_CARD', 'UNDEFINED'];
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CENTS = 100;
/** Asaas takes no smaller charge. */
const MIN_VALUE = 5;

export interface AsaasRefund {
  dateCreated: string;
  status: 'PENDING' | 'DONE' | 'CANCELLED';
  value: number;
  description: string | null;
}

export interface AsaasPayment {
  object: 'payment';
  id: string;
  dateCreated: string;
  customer: string;
  value: number;
  netValue: number;
  billingType: string;
  status: string;
  dueDate: string;
  /** The day on which the customer paid. */
  clientPaymentDate: string | null;
  description: string | null;
  externalReference: string | null;
  invoiceUrl: string;
  bankSlipUrl: string | null;
  deleted: boolean;
  refunds: AsaasRefund[] | null;
}

export interface AsaasCustomer extends JsonObject {
  id: string;
  name: string;
  cpfCnpj: string | null;
  externalReference: string | null;
}

/** Amounts are decimal reais, so cents must not get lost in fractions. */
export const cents = (value: number): number => Math.round(value * CENTS);

export const today = (): string => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

/** The body of a new customer, checked. @throws AsaasRefusal */
export function newCustomer(body: JsonObject): AsaasCustomer {
  if (!isText(body['name'])) throw invalid('O campo name deve ser informado.');
  assertTaxId(body['cpfCnpj']);
  return {
    ...{ object: 'customer', dateCreated: today(), deleted: false },
    ...body,
    ...{ id: `cus_${numericId(12)}`, name: body['name'] },
    cpfCnpj: isText(body['cpfCnpj']) ? body['cpfCnpj'] : null,
    externalReference: isText(body['externalReference']) ? body['externalReference'] : null,
  };
}

/** @throws AsaasRefusal */
export function assertTaxId(taxId: unknown): void {
  if (taxId === undefined || taxId === null) return;
  if (!isText(taxId) || !/^(\d{11}|\d{14})$/.test(taxId)) throw invalid('O CPF/CNPJ informado é inválido.');
}

/** The body of a new payment, checked. @param baseUrl for the page of the invoice @throws AsaasRefusal */
export function newPayment(body: JsonObject, customer: AsaasCustomer | undefined, baseUrl: string): AsaasPayment {
  const { billingType, value, dueDate, description, externalReference } = body;
  if (!customer) throw invalid('Customer inválido ou não informado.', 'invalid_customer');
  if (!customer.cpfCnpj) throw invalid('Para criar esta cobrança é necessário preencher o CPF ou CNPJ do cliente.');
  if (!BILLING_TYPES.includes(billingType)) throw invalid('billingType inválido.', 'invalid_billingType');
  if (typeof value !== 'number' || value < MIN_VALUE || Math.abs(cents(value) - value * CENTS) > 1e-6)
    throw invalid('O valor da cobrança deve ser de no mínimo R$ 5,00, com duas casas decimais.');
  if (!isText(dueDate) || !DATE.test(dueDate) || dueDate < today()) throw invalid('Data de vencimento inválida.');
  const id = `pay_${numericId(12)}`;
  const isSlip = billingType === 'BOLETO';
  return {
    ...{ object: 'payment', id, dateCreated: today(), customer: customer.id, value, netValue: value - 1.99 },
    ...{ billingType: String(billingType), status: 'PENDING', dueDate, deleted: false, refunds: null },
    clientPaymentDate: null,
    description: isText(description) ? description : null,
    externalReference: isText(externalReference) ? externalReference : null,
    invoiceUrl: `${baseUrl}/asaas/i/${id}`,
    bankSlipUrl: isSlip ? `${baseUrl}/asaas/b/pdf/${id}` : null,
  };
}

/** The answer of `pixQrCode`. The picture is no real code; the sandbox pays by a call. */
export function pixCode({ id, billingType, status }: AsaasPayment, png: Buffer): JsonObject {
  if (billingType !== 'PIX' && billingType !== 'UNDEFINED') throw invalid('A cobrança não é do tipo Pix.');
  if (status !== 'PENDING' && status !== 'OVERDUE') throw invalid('A cobrança não pode mais ser paga.');
  return {
    encodedImage: png.toString('base64'),
    payload: `00020101021226820014br.gov.bcb.pix2560${id}5204000053039865802BR5905SANDB6009SAO PAULO6304ABCD`,
    expirationDate: `${new Date().getUTCFullYear() + 1}-12-31 23:59:59`,
    description: '',
  };
}

/** `PENDING`: the bank has not paid it back yet. */
export type RefundStatus = 'PENDING' | 'DONE' | 'CANCELLED';

/** Books a refund of a paid payment. @throws AsaasRefusal */
export function refund(payment: AsaasPayment, body: unknown, status: RefundStatus): void {
  const { value, description } = isObject(body) ? body : {};
  if (payment.status !== 'RECEIVED' && payment.status !== 'CONFIRMED')
    throw invalid('Só é possível estornar cobranças recebidas ou confirmadas.', 'invalid_action');
  const left = cents(payment.value) - refundedCents(payment);
  const wanted = value === undefined ? left : cents(Number(value));
  if (!(wanted > 0) || wanted > left) throw invalid('O valor do estorno é maior que o valor disponível.');
  payment.refunds = [
    ...(payment.refunds ?? []),
    {
      ...{ dateCreated: `${today()} 12:00:00`, status, value: wanted / CENTS },
      description: isText(description) ? description : null,
    },
  ];
  if (refundedCents(payment) === cents(payment.value)) payment.status = 'REFUNDED';
}

export const refundedCents = ({ refunds }: AsaasPayment): number =>
  (refunds ?? []).filter(({ status }) => status === 'DONE').reduce((sum, { value }) => sum + cents(value), 0);

export const eventId = (): string => `evt_${randomBytes(16).toString('hex')}&${numericId(9)}`;

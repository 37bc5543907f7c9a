import { ControlError } from '../control-error.ts';
import { isText, type JsonObject } from '../json.ts';
import type { AsaasFake } from './asaas-fake.ts';
import { AsaasRefusal } from './asaas-refusal.ts';

/** What customers, banks and the clock do with a payment, with the event that tells it. */
const ACTS: Readonly<Record<string, readonly [status: string, event: string]>> = {
  pay: ['RECEIVED', 'PAYMENT_RECEIVED'],
  pay_by_card: ['CONFIRMED', 'PAYMENT_CONFIRMED'],
  settle: ['RECEIVED', 'PAYMENT_RECEIVED'],
  overdue: ['OVERDUE', 'PAYMENT_OVERDUE'],
  chargeback: ['CHARGEBACK_REQUESTED', 'PAYMENT_CHARGEBACK_REQUESTED'],
  win_chargeback: ['RECEIVED', 'PAYMENT_RECEIVED'],
};

/** `{payment, do}`; the payment is named by its id at Asaas or by its externalReference. @throws ControlError */
export function playAsaas(asaas: AsaasFake, body: JsonObject): JsonObject {
  const { payment, do: act, seed } = body;
  if (act === 'release') {
    asaas.webhooks.release(Number(seed ?? 1));
    return { ok: true };
  }
  const [status, event] = ACTS[String(act)] ?? [];
  if (!status || !event) throw new ControlError(`do must be release or one of ${Object.keys(ACTS).join(', ')}`);
  if (!isText(payment)) throw new ControlError('payment is needed');
  const id = asaas.find(payment)?.payment.id ?? asaas.findByReference(payment)?.id;
  if (id === undefined) throw new ControlError(`No payment ${payment}`);
  try {
    asaas.move(id, status, event);
  } catch (error) {
    throw error instanceof AsaasRefusal ? new ControlError(error.message) : error;
  }
  return { ok: true };
}

import { header, isJson, jsonBody, writeReply, type Exchange, type Reply } from '../http/exchange.ts';
import { answerFault, answerUnderFault, DEFAULT_SLOW_MS, type Fault, isEffective } from '../http/faults.ts';
import { numericId } from '../ids.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import { qrImage } from '../waha/qr-image.ts';
import {
  assertTaxId,
  type AsaasCustomer,
  type AsaasPayment,
  newCustomer,
  newPayment,
  pixCode,
  refund,
  type RefundStatus,
  today,
} from './asaas-payments.ts';
import { AsaasRefusal, invalid } from './asaas-refusal.ts';
import { type AsaasWebhook, AsaasWebhooks } from './asaas-webhooks.ts';

/** Each key is an account of its own. */
export const ASAAS_KEY = '$aact_hmlg_sandbox';
/** Ends another key of the same account. */
export const RENEWED = '_renewed';
const PAID: readonly string[] = ['CONFIRMED', 'RECEIVED'];
const MAX_WEBHOOKS = 10;
const MIN_TOKEN = 32;

export interface AsaasAccount {
  readonly customers: AsaasCustomer[];
  readonly payments: AsaasPayment[];
  webhooks: AsaasWebhook[];
}

export interface AsaasOptions {
  readonly ledger: Ledger;
  readonly apiBaseUrl: string;
  readonly baseUrl: () => string;
}

/** A strict Asaas: customers, payments, PIX codes, refunds and webhooks, as far as its documents promise them. */
export class AsaasFake {
  readonly knobs: Required<Fault> = { mode: 'ok', slow_ms: DEFAULT_SLOW_MS };
  readonly webhooks: AsaasWebhooks;
  /** Of new refunds. */
  refundStatus: RefundStatus = 'DONE';
  private readonly accounts = new Map<string, AsaasAccount>();
  private readonly revoked = new Set<string>();
  private readonly options: AsaasOptions;

  constructor(options: AsaasOptions) {
    this.options = options;
    this.webhooks = new AsaasWebhooks(options.ledger, options.apiBaseUrl);
  }

  reset(): void {
    Object.assign(this.knobs, { mode: 'ok', slow_ms: DEFAULT_SLOW_MS });
    this.webhooks.reset();
    this.refundStatus = 'DONE';
  }

  accountOf(anyKey: string): AsaasAccount {
    const key = anyKey.replace(RENEWED, '');
    const known = this.accounts.get(key) ?? { customers: [], payments: [], webhooks: [] };
    this.accounts.set(key, known);
    return known;
  }

  /** The key works no more; a renewed one does. */
  refuse(key: string): void {
    this.revoked.add(key);
  }

  /** The payment with its account. */
  find(id: string): { account: AsaasAccount; payment: AsaasPayment } | undefined {
    for (const account of this.accounts.values()) {
      const payment = account.payments.find((one) => one.id === id);
      if (payment) return { account, payment };
    }
    return undefined;
  }

  findByReference(reference: string): AsaasPayment | undefined {
    const all = [...this.accounts.values()].flatMap(({ payments }) => payments);
    return all.find(({ externalReference }) => externalReference === reference);
  }

  /** Gives the payment a status as if a customer or a bank did something, and tells the webhooks. */
  move(id: string, status: string, event: string): void {
    const found = this.find(id);
    if (!found) throw invalid(`No payment ${id}`);
    found.payment.status = status;
    if (PAID.includes(status)) found.payment.clientPaymentDate ??= today();
    this.webhooks.send(found.account.webhooks, event, found.payment);
  }

  async handle(exchange: Exchange): Promise<void> {
    const { method, path, res, body } = exchange;
    const key = header(exchange, 'access_token');
    this.options.ledger.append('asaas.call', { method, path });
    if (method === 'GET' && body.length > 0) return writeReply(res, { status: 403, bytes: Buffer.from('<html>') });
    if (!key?.startsWith('$aact_') || key.includes('refused') || this.revoked.has(key))
      return writeReply(res, refusalOf(new AsaasRefusal(401, 'invalid_access_token', 'A chave de API é inválida')));
    if (!header(exchange, 'user-agent')) return writeReply(res, refusalOf(invalid('User-Agent é obrigatório')));
    const { mode } = this.knobs;
    if (!isEffective(mode)) return answerFault(exchange, mode, () => ({ errors: [] }));
    await answerUnderFault(exchange, this.knobs, this.reply(this.accountOf(key), exchange));
  }

  private reply(account: AsaasAccount, exchange: Exchange): Reply {
    try {
      const { method, path, query } = exchange;
      const [, collection = '', id, action] = path.replace(/^\/v3/, '').split('/');
      const body = bodyOf(exchange);
      const json = this.answer(account, `${method} ${collection}${id ? '/:id' : ''}${action ? `/${action}` : ''}`, {
        ...{ id: decodeURIComponent(id ?? ''), body, query },
      });
      return json === undefined ? { status: 404, bytes: Buffer.alloc(0) } : { status: 200, json };
    } catch (error) {
      if (error instanceof AsaasRefusal) return refusalOf(error);
      throw error;
    }
  }

  private answer(
    account: AsaasAccount,
    route: string,
    { id, body, query }: { id: string; body: JsonObject; query: URLSearchParams },
  ): unknown {
    const payment = account.payments.find((one) => one.id === id);
    const reference = query.get('externalReference');
    switch (route) {
      case 'GET customers':
        return listOf(account.customers.filter((one) => one.externalReference === reference));
      case 'POST customers':
        return added(account.customers, newCustomer(body));
      case 'PUT customers/:id':
        assertTaxId(body['cpfCnpj']);
        return changed(
          account.customers.find((one) => one.id === id),
          body,
        );
      case 'GET payments':
        return listOf(account.payments.filter((one) => reference === null || one.externalReference === reference));
      case 'POST payments':
        return this.charge(account, body);
      case 'GET payments/:id':
        return payment;
      case 'GET payments/:id/pixQrCode':
        return payment && pixCode(payment, qrImage());
      case 'GET payments/:id/identificationField':
        return payment && { identificationField: `34191.79001 ${numericId(10)}`, nossoNumero: numericId(8) };
      case 'POST payments/:id/refund':
        return payment && this.refund(account, payment, body);
      case 'DELETE payments/:id':
        return payment && this.remove(account, payment);
      default:
        return this.answerAboutWebhooks(account, route, id, body);
    }
  }

  private charge(account: AsaasAccount, body: JsonObject): AsaasPayment {
    const customer = account.customers.find(({ id }) => id === body['customer']);
    const payment = added(account.payments, newPayment(body, customer, this.options.baseUrl()));
    this.webhooks.send(account.webhooks, 'PAYMENT_CREATED', payment);
    return payment;
  }

  private refund(account: AsaasAccount, payment: AsaasPayment, body: JsonObject): AsaasPayment {
    refund(payment, body, this.refundStatus);
    const event = payment.status === 'REFUNDED' ? 'PAYMENT_REFUNDED' : 'PAYMENT_PARTIALLY_REFUNDED';
    this.webhooks.send(account.webhooks, event, payment);
    return payment;
  }

  private remove(account: AsaasAccount, payment: AsaasPayment): JsonObject {
    if (payment.status !== 'PENDING' && payment.status !== 'OVERDUE')
      throw invalid('Só é possível remover cobranças pendentes ou vencidas.', 'invalid_action');
    payment.deleted = true;
    this.webhooks.send(account.webhooks, 'PAYMENT_DELETED', payment);
    return { deleted: true, id: payment.id };
  }

  private answerAboutWebhooks(account: AsaasAccount, route: string, id: string, body: JsonObject): unknown {
    const { authToken, url, events } = body;
    const hasToken = isText(authToken) && authToken.length >= MIN_TOKEN;
    switch (route) {
      case 'GET webhooks':
        return listOf(account.webhooks);
      case 'POST webhooks':
        if (account.webhooks.length >= MAX_WEBHOOKS) throw invalid('O limite de webhooks foi atingido.');
        if (!isText(url) || !Array.isArray(events) || !hasToken) throw invalid('Webhook inválido.');
        return added(account.webhooks, { ...body, id: `wh_${numericId(8)}` } as AsaasWebhook);
      case 'PUT webhooks/:id':
        if (authToken !== undefined && !hasToken) throw invalid('authToken inválido.');
        return changed(
          account.webhooks.find((one) => one.id === id),
          body,
        );
      case 'DELETE webhooks/:id':
        account.webhooks = account.webhooks.filter((one) => one.id !== id);
        return { deleted: true, id };
      default:
        return undefined;
    }
  }
}

function bodyOf(exchange: Exchange): JsonObject {
  if (exchange.body.length === 0) return {};
  const body = isJson(exchange) ? jsonBody(exchange) : undefined;
  if (!isObject(body)) throw invalid('O corpo deve ser JSON.');
  return body;
}

function added<T>(list: T[], one: T): T {
  list.push(one);
  return one;
}

const changed = <T extends object>(one: T | undefined, changes: JsonObject): T | undefined =>
  one && Object.assign(one, changes);

const listOf = (data: readonly unknown[]): JsonObject => ({
  ...{ object: 'list', hasMore: false, totalCount: data.length, limit: 10, offset: 0, data },
});

const refusalOf = ({ status, code, message }: AsaasRefusal): Reply => ({
  status,
  json: { errors: [{ code, description: message }] },
});

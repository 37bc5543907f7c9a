import { Injectable } from '@nestjs/common';
import { type JsonObject, objectOf, objectsOf, textOf } from '../../../../core/json/index.js';
import {
  type Charge,
  type PaymentCodes,
  PaymentProvider,
  type ProviderAccess,
  type ProviderCustomer,
  type ProviderMethod,
  type ProviderPayment,
  ProviderRefusal,
} from '../provider/payment-provider.js';
import { AsaasHttp } from './asaas-http.js';
import { ASAAS_CURRENCY, BILLING_TYPES, refundText, toProviderPayment } from './asaas-payment.js';
import { ASAAS_EVENTS } from './asaas-events.js';

const MINOR_UNITS = 100;
const GONE = 404;

/** Payments by Asaas: PIX, boleto, and cards by a link. */
@Injectable()
export class AsaasProvider extends PaymentProvider {
  readonly currency = ASAAS_CURRENCY;
  readonly minimumAmount = 500;

  constructor(private readonly http: AsaasHttp) {
    super();
  }

  async check(access: ProviderAccess): Promise<void> {
    await this.http.call(access, { method: 'GET', path: '/webhooks' });
  }

  async charge(access: ProviderAccess, charge: Charge, signal: AbortSignal): Promise<ProviderPayment> {
    // Asaas knows no key that makes a request repeatable, so the reference is looked for first.
    const known = await this.find(access, charge.reference);
    if (known) return known;
    const customer = await this.ensureCustomer(access, charge.customer);
    const body = {
      ...{ customer, billingType: BILLING_TYPES[charge.method], value: charge.amount / MINOR_UNITS },
      ...{ dueDate: charge.dueDate, externalReference: charge.reference },
      ...(charge.description === null ? {} : { description: charge.description }),
    };
    signal.throwIfAborted();
    return toProviderPayment(objectOf(await this.http.call(access, { method: 'POST', path: '/payments', body })));
  }

  async find(access: ProviderAccess, reference: string): Promise<ProviderPayment | undefined> {
    const [known] = await this.search(access, '/payments', reference);
    return known && toProviderPayment(known);
  }

  async read(access: ProviderAccess, id: string): Promise<ProviderPayment | undefined> {
    const json = await this.http.call(access, { method: 'GET', path: paymentPath(id) });
    return json === undefined ? undefined : toProviderPayment(objectOf(json));
  }

  async codes(access: ProviderAccess, id: string, method: ProviderMethod): Promise<PaymentCodes> {
    if (method === 'card') return { qr_image: null, code: null };
    const path = `${paymentPath(id)}/${method === 'pix' ? 'pixQrCode' : 'identificationField'}`;
    const json = objectOf(await this.http.call(access, { method: 'GET', path }));
    return {
      qr_image: textOf(json['encodedImage']) ?? null,
      code: textOf(json['payload']) ?? textOf(json['identificationField']) ?? null,
    };
  }

  async refund(
    access: ProviderAccess,
    id: string,
    { key, amount }: { key: string; amount: number },
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    const body = { value: amount / MINOR_UNITS, description: refundText(key) };
    await this.existing(access, { method: 'POST', path: `${paymentPath(id)}/refund`, body });
  }

  async remove(access: ProviderAccess, id: string): Promise<void> {
    await this.existing(access, { method: 'DELETE', path: paymentPath(id) });
  }

  async registerWebhook(access: ProviderAccess, { url, token }: { url: string; token: string }): Promise<string> {
    const webhooks = objectsOf(objectOf(await this.http.call(access, { method: 'GET', path: '/webhooks' }))['data']);
    const known = textOf(webhooks.find((one) => one['url'] === url)?.['id']);
    const body = {
      ...{ name: 'PetBuddy', url, enabled: true, interrupted: false, apiVersion: 3, authToken: token },
      ...{ sendType: 'NON_SEQUENTIALLY', events: ASAAS_EVENTS },
    };
    const stored = await (known === undefined
      ? this.http.call(access, { method: 'POST', path: '/webhooks', body })
      : this.http.call(access, { method: 'PUT', path: `/webhooks/${encodeURIComponent(known)}`, body }));
    const id = textOf(objectOf(stored)['id']);
    if (id === undefined) throw new Error('Asaas answered with a webhook without an id');
    return id;
  }

  async removeWebhook(access: ProviderAccess, id: string): Promise<void> {
    await this.http.call(access, { method: 'DELETE', path: `/webhooks/${encodeURIComponent(id)}` });
  }

  /** Asaas allows duplicates, so the reference is looked for first. */
  private async ensureCustomer(access: ProviderAccess, customer: ProviderCustomer): Promise<string> {
    const { reference, name, email, taxId } = customer;
    const [known] = await this.search(access, '/customers', reference);
    const knownId = textOf(known?.['id']);
    if (knownId !== undefined) {
      if (taxId !== null && known?.['cpfCnpj'] !== taxId)
        await this.http.call(access, {
          method: 'PUT',
          path: `/customers/${encodeURIComponent(knownId)}`,
          body: { cpfCnpj: taxId },
        });
      return knownId;
    }
    const body = {
      // Else Asaas itself writes to the customer, for money.
      ...{ name, externalReference: reference, notificationDisabled: true },
      ...(email === null ? {} : { email }),
      ...(taxId === null ? {} : { cpfCnpj: taxId }),
    };
    const made = textOf(objectOf(await this.http.call(access, { method: 'POST', path: '/customers', body }))['id']);
    if (made === undefined) throw new Error('Asaas answered with a customer without an id');
    return made;
  }

  private async search(access: ProviderAccess, path: string, reference: string): Promise<JsonObject[]> {
    const query = new URLSearchParams({ externalReference: reference }).toString();
    const list = objectOf(await this.http.call(access, { method: 'GET', path: `${path}?${query}` }));
    return objectsOf(list['data']).filter((one) => one['externalReference'] === reference && one['deleted'] !== true);
  }

  private async existing(access: ProviderAccess, call: Parameters<AsaasHttp['call']>[1]): Promise<void> {
    if ((await this.http.call(access, call)) === undefined)
      throw new ProviderRefusal(GONE, 'Asaas does not have this payment any more');
  }
}

const paymentPath = (id: string): string => `/payments/${encodeURIComponent(id)}`;

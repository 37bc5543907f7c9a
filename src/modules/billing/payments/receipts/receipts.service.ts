import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { mayUse, type Principal } from '../../../../core/auth-guards/index.js';
import { moneyText } from '../../../../core/money/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService, type Company } from '../../../accounts/companies/index.js';
import { ServicesService } from '../../../booking/catalog/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { movedBy, netOf } from '../payment-money.js';
import { noReceipt } from '../payments.errors.js';
import { PaymentsRepository } from '../payments.repository.js';
import type { Payment } from '../schemas/payment.schema.js';
import { receiptPdf } from './receipt-pdf.js';
import { RECEIPT_WORDS, type ReceiptWords } from './receipt-words.js';

/** Receipts in the language and the time zone of the company. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly companies: CompaniesService,
    private readonly contacts: ContactsService,
    private readonly services: ServicesService,
  ) {}

  /** Leaves out a customer that the reader may not see. @throws AppError NOT_FOUND | NO_RECEIPT */
  async pdf(scope: CompanyScope, reader: Principal, id: Types.ObjectId): Promise<Buffer> {
    const payment = await this.payments.getById(scope, id);
    if (!payment.received_at || movedBy(payment, 'payment') <= 0) throw noReceipt();
    const company = await this.companies.get(scope);
    const words = RECEIPT_WORDS[company.locale];
    const money = (amount: number): string => moneyText(amount, payment.currency, company.locale);
    const refunded = netOf(payment) - movedBy(payment, 'payment');
    return receiptPdf({
      title: words.title,
      company: company.name,
      companyLines: [company.address, company.phone, company.email].filter((line) => line !== null),
      rows: [
        [words.number, id.toHexString()],
        [words.date, dateText(payment.received_at, company)],
        ...(await this.whoAndWhat(
          scope,
          mayUse(reader, 'contacts:read') ? payment : { ...payment, contact_id: null },
          words,
        )),
        [words.method, methodText(payment, words)],
        [words.amount, money(movedBy(payment, 'payment'))],
        ...(refunded === 0 ? [] : [[words.refund, money(refunded)] as const]),
      ],
      total: [words.total, money(netOf(payment))],
    });
  }

  private async whoAndWhat(
    scope: CompanyScope,
    { contact_id, service_id, description }: Payment,
    words: ReceiptWords,
  ): Promise<[string, string][]> {
    const [labels, services] = await Promise.all([
      contact_id ? this.contacts.labelsOf(scope, [contact_id]) : [],
      service_id ? this.services.namesOf(scope, [service_id]) : new Map<string, string>(),
    ]);
    const what = description ?? services.values().next().value;
    return [
      ...labels.map(({ full_name }): [string, string] => [words.customer, full_name]),
      ...(what === undefined ? [] : [[words.for, what] as [string, string]]),
    ];
  }
}

const methodText = ({ method, desk_method }: Payment, { methods }: ReceiptWords): string =>
  methods[method === 'desk' ? (desk_method ?? 'cash') : method];

const dateText = (at: Date, { locale, time_zone }: Pick<Company, 'locale' | 'time_zone'>): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: time_zone }).format(at);

import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { mayUse, type Principal } from '../../../../core/auth-guards/index.js';
import { toCsv } from '../../../../core/http/index.js';
import { currencyExponent } from '../../../../core/money/index.js';
import { type CompanyScope, distinctIds } from '../../../../core/tenancy/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import type { MovedPayment } from '../payments.repository.js';
import { type DatedMovement, type MoneyPeriod, MoneyReportsService } from './money-reports.service.js';

const COLUMNS = ['date', 'kind', 'method', 'amount', 'currency', 'customer', 'description', 'payment'];

/** The movements of a period as a file for the bookkeeper. */
@Injectable()
export class MoneyCsvService {
  constructor(
    private readonly reports: MoneyReportsService,
    private readonly contacts: ContactsService,
  ) {}

  /** Leaves out customers that the reader may not see. @throws AppError BAD_PERIOD */
  async of(scope: CompanyScope, reader: Principal, period: MoneyPeriod): Promise<Readable> {
    const { movements, currency } = await this.reports.movedIn(scope, period);
    const ids = mayUse(reader, 'contacts:read') ? movements.flatMap(({ payment }) => payment.contact_id ?? []) : [];
    const labels = await this.contacts.labelsOf(scope, distinctIds(ids));
    const names = new Map(labels.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
    const rows = movements.map((one) => rowOf(one, currency, names));
    return toCsv(Readable.from([COLUMNS, ...rows]));
  }
}

function rowOf(
  { payment, movement, date }: DatedMovement<MovedPayment>,
  currency: string,
  names: ReadonlyMap<string, string>,
) {
  const exponent = currencyExponent(currency);
  return [
    date,
    movement.kind,
    payment.desk_method ? `${payment.method}: ${payment.desk_method}` : payment.method,
    (movement.amount / 10 ** exponent).toFixed(exponent),
    currency,
    names.get(payment.contact_id?.toHexString() ?? '') ?? '',
    payment.description ?? '',
    payment._id.toHexString(),
  ];
}

import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService, currencyOf } from '../../../accounts/companies/index.js';
import { CompanyDays } from '../../../booking/engine/index.js';
import type { DailyCloseDto, MoneyReportDto } from '../dto/report.dto.js';
import type { Movement } from '../payment.types.js';
import { badPeriod } from '../payments.errors.js';
import { type MovedPayment, PaymentsRepository } from '../payments.repository.js';
import type { Payment } from '../schemas/payment.schema.js';
import { MoneyTally } from './money-tally.js';

const MAX_DAYS = 366;
const MONTH_LENGTH = 'YYYY-MM'.length;

/** YYYY-MM-DD, both included. */
export interface MoneyPeriod {
  from?: string;
  to?: string;
}

/** A movement of money with its day. @typeParam P the fields of the payment that the report needs */
export interface DatedMovement<P = Pick<Payment, 'service_id' | 'staff_id'>> {
  readonly payment: P;
  readonly movement: Movement;
  /** Local, YYYY-MM-DD. */
  readonly date: string;
}

interface MoneyOfPeriod {
  readonly currency: string;
  readonly time_zone: string;
  readonly movements: DatedMovement<MovedPayment>[];
}

/** What came in and went back, by the days of the company. Money in another currency is left out. */
@Injectable()
export class MoneyReportsService {
  constructor(
    private readonly companies: CompaniesService,
    private readonly payments: PaymentsRepository,
  ) {}

  /** @param date YYYY-MM-DD; undefined: today */
  async dailyClose(scope: CompanyScope, date?: string): Promise<DailyCloseDto> {
    const day = date ?? (await this.today(scope));
    const { currency, time_zone, movements } = await this.movedIn(scope, { from: day, to: day });
    const tally = tallyOf(movements);
    return { date: day, time_zone, currency, ...tally.total(), by_method: tally.byMethod() };
  }

  /** @throws AppError BAD_PERIOD */
  async byMonth(scope: CompanyScope, period: MoneyPeriod): Promise<MoneyReportDto> {
    const { currency, time_zone, movements } = await this.movedIn(scope, period);
    const months = Map.groupBy(movements, ({ date }) => date.slice(0, MONTH_LENGTH));
    const by_month = [...months].toSorted().map(([month, moved]) => {
      const tally = tallyOf(moved);
      return { month, ...tally.total(), by_method: tally.byMethod() };
    });
    return { currency, time_zone, ...tallyOf(movements).total(), by_month };
  }

  /** The movements of a period, oldest first. @throws AppError BAD_PERIOD */
  async movedIn(scope: CompanyScope, { from, to }: MoneyPeriod): Promise<MoneyOfPeriod> {
    const company = await this.companies.get(scope);
    const { time_zone } = company;
    const currency = currencyOf(company);
    const last = to ?? (await this.today(scope));
    const days = new CompanyDays(time_zone, from ?? `${last.slice(0, 'YYYY'.length)}-01-01`, last);
    if (days.count < 1 || days.count > MAX_DAYS) throw badPeriod(MAX_DAYS);
    const payments = await this.payments.movedBetween(scope, days.start, days.end);
    const movements = payments
      .filter((payment) => payment.currency === currency)
      .flatMap((payment) => payment.movements.map((movement) => ({ payment, movement })))
      .filter(({ movement }) => days.includes(movement.at))
      .map((one) => ({ ...one, date: days.dateAt(one.movement.at) }))
      .sort((a, b) => a.movement.at.getTime() - b.movement.at.getTime());
    return { currency, time_zone, movements };
  }

  private async today(scope: CompanyScope): Promise<string> {
    const { time_zone } = await this.companies.get(scope);
    return new CompanyDays(time_zone, '1970-01-01', '1970-01-01').dateAt(new Date());
  }
}

function tallyOf(movements: readonly DatedMovement<MovedPayment>[]): MoneyTally {
  const tally = new MoneyTally();
  for (const { payment, movement } of movements) tally.add(payment, movement);
  return tally;
}

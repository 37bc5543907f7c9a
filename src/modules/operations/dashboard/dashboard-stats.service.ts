import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Principal } from '../../../core/auth-guards/index.js';
import { SingleFlight } from '../../../core/concurrency/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService, currencyOf } from '../../accounts/companies/index.js';
import { MoneyReportsService } from '../../billing/payments/index.js';
import { AppointmentsRepository } from '../../booking/reservations/index.js';
import { ConversationCountsService } from '../../inbox/conversations/index.js';
import { MessageTrafficRepository } from '../../inbox/message-log/index.js';
import { CompanyDays } from '../../booking/engine/index.js';
import { badPeriod } from './dashboard.errors.js';
import type { DashboardStatsDto } from './dto/dashboard-stats.dto.js';
import { ReportNames } from './report-names.js';
import { Report } from './report.js';

const MAX_DAYS = 366;
const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;
/** A wait that began before the period, or a reply after it, is looked for this far away. */
const REPLY_REACH_MS = 7 * DAY_MS;
const CACHE_SIZE = 500;
/** For the counts that change with the clock alone. */
const CACHE_TTL_MS = 60_000;

/** YYYY-MM-DD, both included. */
export interface ReportPeriod {
  from?: string;
  to?: string;
}

interface KnownReport {
  asOf: number;
  stats: DashboardStatsDto;
}

/** Figures of a company by day, channel, service and person. Keeps them until the next event of the company. */
@Injectable()
export class DashboardStatsService {
  private readonly known = new LRUCache<string, KnownReport>({ max: CACHE_SIZE, ttl: CACHE_TTL_MS });
  private readonly running = new SingleFlight<KnownReport>();

  constructor(
    private readonly companies: CompaniesService,
    private readonly messages: MessageTrafficRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly counts: ConversationCountsService,
    private readonly money: MoneyReportsService,
    private readonly names: ReportNames,
    private readonly realtime: RealtimeService,
  ) {}

  /** @throws AppError BAD_PERIOD for more than 366 days or an end before the start */
  async stats(scope: CompanyScope, reader: Principal, period: ReportPeriod): Promise<DashboardStatsDto> {
    const asOf = await this.realtime.latestSeq(scope);
    const key = `${scope.id}:${reader.userId}:${period.from ?? ''}:${period.to ?? ''}`;
    const known = this.known.get(key);
    if (known?.asOf === asOf) return known.stats;
    const { stats } = await this.running.run(`${key}:${asOf}`, 0, async () => {
      const made = { asOf, stats: await this.make(scope, reader, period) };
      this.known.set(key, made);
      return made;
    });
    return stats;
  }

  private async make(scope: CompanyScope, reader: Principal, period: ReportPeriod): Promise<DashboardStatsDto> {
    const company = await this.companies.get(scope);
    const days = daysOf(company.time_zone, period);
    const currency = currencyOf(company);
    const report = new Report(days);
    for (const appointment of await this.appointments.startingBetween(scope, days.start, days.end)) {
      report.addAppointment(appointment);
    }
    const [first = '', last = first] = [days.dates().at(0), days.dates().at(-1)];
    const { movements } = await this.money.movedIn(scope, { from: first, to: last });
    movements.forEach((one) => report.addMovement(one));
    const from = new Date(days.start.getTime() - REPLY_REACH_MS);
    const to = new Date(days.end.getTime() + REPLY_REACH_MS);
    for await (const batch of this.messages.between(scope, from, to)) batch.forEach((one) => report.addMessage(one));
    const { counts } = await this.counts.count(scope, reader, ['all', 'waiting']);
    return {
      time_zone: company.time_zone,
      currency,
      open: counts['all']?.open ?? 0,
      waiting: counts['waiting']?.open ?? 0,
      ...report.totals(),
      by_day: report.byDay(),
      ...(await this.names.ofRows(scope, report)),
    };
  }
}

function daysOf(zone: string, { from, to }: ReportPeriod): CompanyDays {
  const last = to ?? new CompanyDays(zone, '1970-01-01', '1970-01-01').dateAt(new Date());
  const first = from ?? new Date(Date.parse(last) - (DEFAULT_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  const days = new CompanyDays(zone, first, last);
  if (days.count < 1 || days.count > MAX_DAYS) throw badPeriod(MAX_DAYS);
  return days;
}

import { Injectable } from '@nestjs/common';
import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, MAX_PAGE_SIZE } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { type DiaryAppointment, DiaryService } from '../../booking/appointments/index.js';
import { dateAfter, localDate } from '../../booking/availability/index.js';
import { ChannelsService, type ChannelView } from '../../inbox/channels/index.js';
import {
  ConversationCountsService,
  ConversationReaderService,
  type ConversationRow,
} from '../../inbox/conversations/index.js';
import type { DashboardTodayDto } from './dto/dashboard-today.dto.js';

const GATE_DAYS = 7;
const SHOWN_WAITING = 5;
const LEFT_OUT: readonly string[] = ['cancelled', 'held'];
const ENDED: readonly string[] = ['completed', 'no_show', 'cancelled', 'held'];

export interface DashboardToday extends Omit<DashboardTodayDto, 'waiting'> {
  waiting: ConversationRow[];
}

type Appointments = Pick<DashboardTodayDto, 'arrivals' | 'gates'>;
type Waiting = Pick<DashboardToday, 'waiting' | 'waiting_count'>;

/** What a company has to do today. A part that the reader may not see is empty. */
@Injectable()
export class DashboardTodayService {
  constructor(
    private readonly companies: CompaniesService,
    private readonly diary: DiaryService,
    private readonly conversations: ConversationReaderService,
    private readonly counts: ConversationCountsService,
    private readonly channels: ChannelsService,
  ) {}

  async today(scope: CompanyScope, reader: Principal): Promise<DashboardToday> {
    const { time_zone } = await this.companies.get(scope);
    const date = localDate(new Date(), time_zone);
    const [appointments, waiting, channels] = await Promise.all([
      mayUse(reader, 'booking:read') ? this.appointments(scope, reader, date, time_zone) : { arrivals: [], gates: [] },
      mayUse(reader, 'conversations:read') ? this.waiting(scope, reader) : { waiting: [], waiting_count: 0 },
      mayUse(reader, 'channels:read') ? this.troubledChannels(scope) : [],
    ]);
    return { date, time_zone, ...appointments, ...waiting, channels };
  }

  private async appointments(
    scope: CompanyScope,
    reader: Principal,
    date: string,
    zone: string,
  ): Promise<Appointments> {
    const range = { from: date, to: dateAfter(date, GATE_DAYS - 1) };
    const { appointments } = await this.diary.read(scope, reader, range);
    const startsToday = ({ starts_at }: DiaryAppointment): boolean => localDate(new Date(starts_at), zone) === date;
    return {
      arrivals: appointments.filter((one) => startsToday(one) && !LEFT_OUT.includes(one.status)),
      gates: appointments.filter((one) => hasOpenGate(one) && !ENDED.includes(one.status)),
    };
  }

  private async waiting(scope: CompanyScope, reader: Principal): Promise<Waiting> {
    const [{ items }, { counts }] = await Promise.all([
      this.conversations.page(scope, reader, { view: 'waiting', sort: 'waiting', limit: SHOWN_WAITING }),
      this.counts.count(scope, reader, ['waiting']),
    ]);
    return { waiting: items, waiting_count: counts['waiting']?.open ?? 0 };
  }

  private async troubledChannels(scope: CompanyScope): Promise<ChannelView[]> {
    const { items } = await this.channels.list(scope, {}, { limit: MAX_PAGE_SIZE });
    return items.filter(({ state, health }) => state !== 'disconnected' && (state !== 'live' || health.next_step));
  }
}

const hasOpenGate = ({ warnings, pending_on }: DiaryAppointment): boolean => warnings.length + pending_on.length > 0;

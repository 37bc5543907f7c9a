import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { dateOf, dayNumberOf, instantOf, ZoneTable } from '../../../booking/engine/index.js';
import { MessageTrafficRepository } from '../../../inbox/message-log/index.js';
import { dateIn } from '../../flow-core/index.js';
import type { AssistantDayDto, AssistantPeriodDto, AssistantStatsDto } from './assistant-stats.dto.js';
import { type TurnGroup, TurnStatsRepository } from './turn-stats.repository.js';

const MINUTES_A_DAY = 1_440;
const DEFAULT_DAYS = 30;
const MAX_DAYS = 366;
/** Of the line that staff get; flows find emergencies, so they have no turn. */
const EMERGENCY = 'assistant_emergency';

/** What the assistant did in a period, by day. */
@Injectable()
export class AssistantStats {
  constructor(
    private readonly turns: TurnStatsRepository,
    private readonly companies: CompaniesService,
    private readonly messages: MessageTrafficRepository,
  ) {}

  /** @throws AppError BAD_PERIOD for more than 366 days or an end before the start */
  async of(scope: CompanyScope, period: AssistantPeriodDto): Promise<AssistantStatsDto> {
    const { time_zone } = await this.companies.get(scope);
    const last = dayNumberOf(period.to ?? dateIn(time_zone, new Date()));
    const first = period.from === undefined ? last - DEFAULT_DAYS + 1 : dayNumberOf(period.from);
    const count = last - first + 1;
    if (count < 1 || count > MAX_DAYS)
      throw new AppError('BAD_PERIOD', 400, `The period must have 1 to ${MAX_DAYS} days`);
    const table = ZoneTable.of(time_zone);
    const [start, end] = [first, last + 1].map((day) => instantOf(table.firstAt(day * MINUTES_A_DAY))) as [Date, Date];
    const [groups, emergencies] = await Promise.all([
      this.turns.groups(scope, time_zone, start, end),
      this.messages.countHandOffs(scope, EMERGENCY, start, end),
    ]);
    const dates = Array.from({ length: count }, (_, place) => dateOf(first + place));
    return statsOf(groups, emergencies, dates);
  }
}

const isHandedOff = ({ state }: TurnGroup): boolean => state === 'handed_off' || state === 'failed';
const isAlone = ({ state }: TurnGroup): boolean => state === 'sent';

type Summed = 'turns' | 'booked' | 'moved' | 'cancelled' | 'cents' | 'input_tokens' | 'output_tokens';

function sum(groups: readonly TurnGroup[], field: Summed): number {
  return groups.reduce((total, group) => total + group[field], 0);
}

function statsOf(groups: readonly TurnGroup[], emergencies: number, dates: readonly string[]): AssistantStatsDto {
  const suggested = (outcome: TurnGroup['suggestion']): number =>
    sum(
      groups.filter(({ suggestion }) => suggestion === outcome),
      'turns',
    );
  return {
    turns: sum(groups, 'turns'),
    answered_alone: sum(groups.filter(isAlone), 'turns'),
    handed_off: sum(groups.filter(isHandedOff), 'turns'),
    emergencies,
    by_reason: reasonsOf(groups.filter(isHandedOff)),
    booked: sum(groups, 'booked'),
    moved: sum(groups, 'moved'),
    cancelled: sum(groups, 'cancelled'),
    suggestions: {
      accepted: suggested('accepted'),
      edited: suggested('edited'),
      rejected: suggested('rejected'),
      open: suggested('open'),
    },
    cents: sum(groups, 'cents'),
    input_tokens: sum(groups, 'input_tokens'),
    output_tokens: sum(groups, 'output_tokens'),
    by_day: dates.map((date) =>
      dayOf(
        date,
        groups.filter((group) => group.date === date),
      ),
    ),
  };
}

function dayOf(date: string, groups: readonly TurnGroup[]): AssistantDayDto {
  return {
    date,
    turns: sum(groups, 'turns'),
    answered_alone: sum(groups.filter(isAlone), 'turns'),
    handed_off: sum(groups.filter(isHandedOff), 'turns'),
    booked: sum(groups, 'booked'),
    cents: sum(groups, 'cents'),
  };
}

function reasonsOf(groups: readonly TurnGroup[]): AssistantStatsDto['by_reason'] {
  const counts = new Map<string, number>();
  for (const { reason, turns } of groups) {
    const key = reason ?? 'failed';
    counts.set(key, (counts.get(key) ?? 0) + turns);
  }
  const reasons = [...counts].map(([reason, count]) => ({ reason, count }));
  return reasons.sort((one, other) => other.count - one.count || one.reason.localeCompare(other.reason));
}

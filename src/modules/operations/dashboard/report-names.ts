import { Injectable } from '@nestjs/common';
import { type CompanyScope, MAX_PAGE_SIZE, toObjectId } from '../../../core/tenancy/index.js';
import { StaffDirectory } from '../../booking/calendar/index.js';
import { ServicesService } from '../../booking/catalog/index.js';
import { ChannelsService } from '../../inbox/channels/index.js';
import type { DashboardStatsDto } from './dto/dashboard-stats.dto.js';
import type { Report } from './report.js';

type Identified = Record<'_id', string>;
type Names = ReadonlyMap<string, string>;

/** Names the channels, services and people of a report. */
@Injectable()
export class ReportNames {
  constructor(
    private readonly channels: ChannelsService,
    private readonly services: ServicesService,
    private readonly staff: StaffDirectory,
  ) {}

  async ofRows(
    scope: CompanyScope,
    report: Report,
  ): Promise<Pick<DashboardStatsDto, 'by_channel' | 'by_service' | 'by_person'>> {
    const [channels, services, people] = [report.byChannel(), report.byService(), report.byPerson()];
    const [channelNames, serviceNames, personNames] = await Promise.all([
      this.channelNames(scope),
      this.services.namesOf(scope, idsOf(services)),
      this.staff.namesOf(scope, idsOf(people)),
    ]);
    return {
      by_channel: withNames(channels, channelNames),
      by_service: withNames(services, serviceNames),
      by_person: withNames(people, personNames),
    };
  }

  private async channelNames(scope: CompanyScope): Promise<Names> {
    const { items } = await this.channels.list(scope, {}, { limit: MAX_PAGE_SIZE });
    return new Map(items.map(({ _id, name }) => [_id, name]));
  }
}

const idsOf = (rows: readonly Identified[]) => rows.map(({ _id }) => toObjectId(_id));

const withNames = <Row extends Identified>(rows: readonly Row[], names: Names) =>
  rows.map((row) => ({ ...row, name: names.get(row._id) ?? null }));

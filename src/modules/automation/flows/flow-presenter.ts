import { Injectable } from '@nestjs/common';
import type { CompanyScope, Page } from '../../../core/tenancy/index.js';
import {
  FlowDto,
  FlowPageDto,
  FlowVersionDto,
  FlowVersionPageDto,
  FlowVersionRowDto,
  toFlowDto,
  toFlowRowDto,
  toVersionDto,
  toVersionRowDto,
} from './dto/flow.dto.js';
import { FlowAuthors } from './flow-authors.js';
import type { VersionRow } from './flow-versions.repository.js';
import type { FlowRow } from './flows.repository.js';
import { ScenariosRepository } from './scenarios/scenarios.repository.js';
import type { Flow } from './schemas/flow.schema.js';
import type { FlowVersion } from './schemas/flow-version.schema.js';

/** Shows flows and versions with the names of people. */
@Injectable()
export class FlowPresenter {
  constructor(
    private readonly authors: FlowAuthors,
    private readonly scenarios: ScenariosRepository,
  ) {}

  async flow(scope: CompanyScope, flow: Flow): Promise<FlowDto> {
    return toFlowDto(flow, await this.authors.names(scope, [flow.draft_by]));
  }

  async page(scope: CompanyScope, { items, nextCursor }: Page<FlowRow>): Promise<FlowPageDto> {
    const ids = items.map(({ _id }) => _id);
    const authors = items.map(({ draft_by }) => draft_by);
    const [names, counts] = await Promise.all([this.authors.names(scope, authors), this.scenarios.counts(scope, ids)]);
    return { items: items.map((item) => toFlowRowDto(item, names, counts)), nextCursor };
  }

  /** @param live the number of the live version */
  async version(scope: CompanyScope, version: FlowVersion, live: number | null): Promise<FlowVersionDto> {
    return toVersionDto(version, live, await this.authors.names(scope, [version.published_by]));
  }

  async versionRow(scope: CompanyScope, version: VersionRow, live: number | null): Promise<FlowVersionRowDto> {
    return toVersionRowDto(version, live, await this.authors.names(scope, [version.published_by]));
  }

  async versions(
    scope: CompanyScope,
    { items, nextCursor }: Page<VersionRow>,
    live: number | null,
  ): Promise<FlowVersionPageDto> {
    const authors = items.map(({ published_by }) => published_by);
    const names = await this.authors.names(scope, authors);
    return { items: items.map((item) => toVersionRowDto(item, live, names)), nextCursor };
  }
}

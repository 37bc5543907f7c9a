import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { FlowStatsDto, ListRunsDto, RunDto, RunPageDto } from './dto/run.dto.js';
import { FlowRunsService } from './flow-runs.service.js';
import { RunPresenter } from './run-presenter.js';

@ApiTags('Flows')
@Controller()
export class FlowRunsController {
  constructor(
    private readonly runs: FlowRunsService,
    private readonly presenter: RunPresenter,
  ) {}

  /** Runs of flows, the newest first. */
  @Get('flow-runs')
  @Allow('flows:read')
  @ApiOkResponse({ type: RunPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() query: ListRunsDto,
  ): Promise<RunPageDto> {
    const { items, nextCursor } = await this.runs.list(scope, query);
    return { items: await this.presenter.summaries(scope, reader, items), nextCursor };
  }

  /**
   * One run with its steps. `GET /flows/:id/versions/:number` has the graph of the run.
   * @remarks An API key without `conversations:read` gets no variables and no notes.
   */
  @Get('flow-runs/:id')
  @Allow('flows:read')
  @ApiOkResponse({ type: RunDto })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<RunDto> {
    return this.presenter.one(scope, reader, await this.runs.get(scope, id));
  }

  /** Ends a run. Does nothing if it has ended. */
  @Post('flow-runs/:id/stop')
  @HttpCode(200)
  @Allow('conversations:write')
  @ApiOkResponse({ type: RunDto })
  @ApiErrors(400, 401, 403, 404, 503)
  async stop(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<RunDto> {
    return this.presenter.one(scope, caller, await this.runs.stop(scope, id));
  }

  /** Counts the runs of a flow in the last seven days, by node. */
  @Get('flows/:id/stats')
  @Allow('flows:read')
  @ApiOkResponse({ type: FlowStatsDto })
  @ApiErrors(400, 401, 403, 404)
  stats(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<FlowStatsDto> {
    return this.runs.stats(scope, id);
  }
}

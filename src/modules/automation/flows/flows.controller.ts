import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { FlowDto, FlowPageDto } from './dto/flow.dto.js';
import { CreateFlowDto, DuplicateFlowDto, FlowQueryDto, UpdateFlowDto } from './dto/flow-input.dto.js';
import { EXAMPLE_GRAPH } from './dto/example-graph.js';
import { FlowPresenter } from './flow-presenter.js';
import { FlowsService } from './flows.service.js';
import { GraphBodyPipe } from './graph/graph-body.pipe.js';

/** The drafts of flows. */
@ApiTags('Flows')
@Controller('flows')
export class FlowsController {
  constructor(
    private readonly flows: FlowsService,
    private readonly presenter: FlowPresenter,
  ) {}

  /** The flows of the company by name, without their graphs. */
  @Get()
  @Allow('flows:read')
  @ApiOkResponse({ type: FlowPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { name, limit, cursor }: FlowQueryDto,
  ): Promise<FlowPageDto> {
    return this.presenter.page(scope, await this.flows.list(scope, name, { limit, cursor }));
  }

  /**
   * Makes a flow, as a draft.
   * @remarks NAME_TAKEN: another flow has the name. A graph with problems is stored, too; publishing refuses it. A company
   * has at most 500 flows.
   */
  @Post()
  @Allow('flows:manage')
  @BodyExample(CreateFlowDto, { name: 'Menu', graph: EXAMPLE_GRAPH })
  @ApiCreatedResponse({ type: FlowDto })
  @ApiErrors(400, 401, 403, 404, 409, 413)
  async create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body(GraphBodyPipe) body: CreateFlowDto,
  ): Promise<FlowDto> {
    return this.presenter.flow(scope, await this.flows.create(scope, caller, body));
  }

  /** One flow with its draft. */
  @Get(':id')
  @Allow('flows:read')
  @ApiOkResponse({ type: FlowDto })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<FlowDto> {
    return this.presenter.flow(scope, await this.flows.get(scope, id));
  }

  /**
   * Changes the fields that are given.
   * @remarks DRAFT_CONFLICT: somebody has changed the flow since `draft_rev`; `details` has `draft_rev`, `edited_by` and
   * `edited_at`. An API key cannot add or change a step that sends a secret. The name and the channels of a live flow change at once, its graph when it is published.
   */
  @Patch(':id')
  @Allow('flows:manage')
  @BodyExample(UpdateFlowDto, { graph: EXAMPLE_GRAPH, draft_rev: 1 })
  @ApiOkResponse({ type: FlowDto })
  @ApiErrors(400, 401, 403, 404, 409, 413)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body(GraphBodyPipe) body: UpdateFlowDto,
  ): Promise<FlowDto> {
    return this.presenter.flow(scope, await this.flows.change(scope, caller, id, body));
  }

  /**
   * Deletes a flow with its scenarios, also if it is live.
   * @remarks Its runs are shown for 90 days, on its versions.
   */
  @Delete(':id')
  @HttpCode(204)
  @Allow('flows:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.flows.remove(scope, id);
  }

  /** Copies the draft and the scenarios of a flow to a new flow. */
  @Post(':id/duplicate')
  @Allow('flows:manage')
  @BodyExample(DuplicateFlowDto, { name: 'Menu in the holidays' })
  @ApiCreatedResponse({ type: FlowDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async duplicate(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { name }: DuplicateFlowDto,
  ): Promise<FlowDto> {
    return this.presenter.flow(scope, await this.flows.duplicate(scope, caller, id, name));
  }
}

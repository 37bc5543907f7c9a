import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, PageQueryDto, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { FlowChecker } from '../check/flow-checker.js';
import { EXAMPLE_GRAPH } from '../dto/example-graph.js';
import { FlowDto, FlowProblemsDto, FlowVersionDto, FlowVersionPageDto, PublishedFlowDto } from '../dto/flow.dto.js';
import { CheckFlowDto, PublishFlowDto, RollbackFlowDto } from '../dto/flow-input.dto.js';
import { FlowPresenter } from '../flow-presenter.js';
import { FlowsService } from '../flows.service.js';
import { GraphBodyPipe } from '../graph/graph-body.pipe.js';
import { FlowPublishingService } from './flow-publishing.service.js';
import { ParseNumberPipe } from './parse-number.pipe.js';

/** Checks, publishing, versions, rollback and pause. */
@ApiTags('Flows')
@Controller('flows/:id')
export class FlowPublishingController {
  constructor(
    private readonly flows: FlowsService,
    private readonly publishing: FlowPublishingService,
    private readonly checker: FlowChecker,
    private readonly presenter: FlowPresenter,
  ) {}

  /** Finds the errors that stop the flow from being published, and what probably does not work as intended. */
  @Post('check')
  @HttpCode(200)
  @Allow('flows:read')
  @BodyExample(CheckFlowDto, { graph: EXAMPLE_GRAPH })
  @ApiOkResponse({ type: FlowProblemsDto })
  @ApiErrors(400, 401, 403, 404, 413)
  async check(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body(GraphBodyPipe) { graph }: CheckFlowDto,
  ): Promise<FlowProblemsDto> {
    const flow = await this.flows.get(scope, id);
    return { problems: await this.checker.problemsOf(scope, flow, graph ?? flow.draft) };
  }

  /**
   * Makes the draft live, as a new version that never changes.
   * @remarks A draft that equals the live version or the newest one gets no new number and ignores `note`. A paused flow
   * becomes live. FLOW_HAS_PROBLEMS: `details.problems` names them. SCENARIO_FAILED: `details.scenarios` says which and
   * why. Active runs stay on their version. An API key cannot publish a flow that sends a secret.
   */
  @Post('publish')
  @HttpCode(200)
  @Allow('flows:manage')
  @BodyExample(PublishFlowDto, { note: 'Asks for the name of the pet' })
  @ApiOkResponse({ type: PublishedFlowDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async publish(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { note }: PublishFlowDto,
  ): Promise<PublishedFlowDto> {
    const version = await this.publishing.publish(scope, caller, id, note ?? null);
    return { version: await this.presenter.versionRow(scope, version, version.number) };
  }

  /** The published versions without their graphs, the newest first. */
  @Get('versions')
  @Allow('flows:read')
  @ApiOkResponse({ type: FlowVersionPageDto })
  @ApiErrors(400, 401, 403, 404)
  async versions(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<FlowVersionPageDto> {
    const { live_version } = await this.flows.get(scope, id);
    return this.presenter.versions(scope, await this.publishing.versions(scope, id, { limit, cursor }), live_version);
  }

  /** One version with its graph, also of a deleted flow that has runs. */
  @Get('versions/:number')
  @Allow('flows:read')
  @ApiOkResponse({ type: FlowVersionDto })
  @ApiErrors(400, 401, 403, 404)
  async version(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('number', ParseNumberPipe) number: number,
  ): Promise<FlowVersionDto> {
    const version = await this.publishing.version(scope, id, number);
    return this.presenter.version(scope, version, await this.publishing.liveNumber(scope, id));
  }

  /**
   * Makes an earlier version live, without a check.
   * @remarks The draft stays as it is. A paused flow becomes live. An API key cannot make a version live that sends a secret.
   */
  @Post('rollback')
  @HttpCode(200)
  @Allow('flows:manage')
  @BodyExample(RollbackFlowDto, { number: 1 })
  @ApiOkResponse({ type: PublishedFlowDto })
  @ApiErrors(400, 401, 403, 404)
  async rollback(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { number }: RollbackFlowDto,
  ): Promise<PublishedFlowDto> {
    const version = await this.publishing.rollBack(scope, caller, id, number);
    return { version: await this.presenter.versionRow(scope, version, number) };
  }

  /**
   * Pauses a live flow: it starts no run until it is resumed.
   * @remarks FLOW_NOT_PUBLISHED: the flow was never live.
   */
  @Post('pause')
  @HttpCode(200)
  @Allow('flows:manage')
  @ApiOkResponse({ type: FlowDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async pause(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<FlowDto> {
    return this.presenter.flow(scope, await this.publishing.pause(scope, id));
  }

  /** Makes a paused flow live again, on the version that was live. */
  @Post('resume')
  @HttpCode(200)
  @Allow('flows:manage')
  @ApiOkResponse({ type: FlowDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async resume(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<FlowDto> {
    return this.presenter.flow(scope, await this.publishing.resume(scope, id));
  }
}

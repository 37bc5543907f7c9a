import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  PageQueryDto,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { PlaysFlows } from '../simulation/plays-flows.decorator.js';
import { SimulationBodyPipe } from '../simulation/simulation-body.pipe.js';
import {
  CreateScenarioDto,
  PlayedScenariosDto,
  ScenarioDto,
  ScenarioPageDto,
  toPlayedDto,
  toScenarioDto,
  UpdateScenarioDto,
} from './scenario.dto.js';
import { ScenariosService } from './scenarios.service.js';

/** The conversations that a flow must pass before it is published. */
@ApiTags('Flows')
@Controller('flows/:id/scenarios')
export class ScenariosController {
  constructor(private readonly scenarios: ScenariosService) {}

  /** The scenarios of a flow, the oldest first. */
  @Get()
  @Allow('flows:read')
  @ApiOkResponse({ type: ScenarioPageDto })
  @ApiErrors(400, 401, 403, 404)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<ScenarioPageDto> {
    const { items, nextCursor } = await this.scenarios.list(scope, id, { limit, cursor });
    return { items: items.map(toScenarioDto), nextCursor };
  }

  /**
   * Records a scenario.
   * @remarks Publishing is refused while the draft does not pass its scenarios. A flow has at most 50.
   */
  @Post()
  @Allow('flows:manage')
  @BodyExample(CreateScenarioDto, {
    name: 'Says hello',
    inputs: [{ text: 'menu' }],
    expected: { says: ['How can we help'], must_visit: ['hello'] },
  })
  @ApiCreatedResponse({ type: ScenarioDto })
  @ApiErrors(400, 401, 403, 404, 409, 413)
  async create(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body(SimulationBodyPipe) body: CreateScenarioDto,
  ): Promise<ScenarioDto> {
    return toScenarioDto(await this.scenarios.create(scope, id, body));
  }

  /** Runs all scenarios with the draft. */
  @Post('run')
  @HttpCode(200)
  @Allow('flows:manage')
  @PlaysFlows()
  @ApiOkResponse({ type: PlayedScenariosDto })
  @ApiErrors(400, 401, 403, 404)
  async run(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<PlayedScenariosDto> {
    const items = (await this.scenarios.run(scope, id)).map(toPlayedDto);
    return { passed: items.every(({ passed }) => passed), items };
  }

  /** One scenario. */
  @Get(':scenarioId')
  @Allow('flows:read')
  @Versioned()
  @ApiOkResponse({ type: ScenarioDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('scenarioId', ParseIdPipe) scenarioId: Types.ObjectId,
  ): Promise<ScenarioDto> {
    return toScenarioDto(await this.scenarios.get(scope, id, scenarioId));
  }

  /** Changes the fields that are given. */
  @Patch(':scenarioId')
  @Allow('flows:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateScenarioDto, { expected: { stop_reason: 'finished' } })
  @ApiOkResponse({ type: ScenarioDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412, 413)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('scenarioId', ParseIdPipe) scenarioId: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body(SimulationBodyPipe) body: UpdateScenarioDto,
  ): Promise<ScenarioDto> {
    return toScenarioDto(await this.scenarios.change(scope, id, scenarioId, body, version));
  }

  /** Deletes a scenario. */
  @Delete(':scenarioId')
  @HttpCode(204)
  @Allow('flows:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('scenarioId', ParseIdPipe) scenarioId: Types.ObjectId,
  ): Promise<void> {
    await this.scenarios.remove(scope, id, scenarioId);
  }
}

import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { EXAMPLE_GRAPH } from '../dto/example-graph.js';
import { FlowsService } from '../flows.service.js';
import { FlowSimulator } from './flow-simulator.js';
import { PlaysFlows } from './plays-flows.decorator.js';
import { SimulationBodyPipe } from './simulation-body.pipe.js';
import { SimulateFlowDto, SimulationDto } from './simulation.dto.js';

/** Simulated conversations. */
@ApiTags('Flows')
@Controller('flows/:id/simulate')
export class SimulationController {
  constructor(
    private readonly flows: FlowsService,
    private readonly simulator: FlowSimulator,
  ) {}

  /**
   * Simulates a conversation with the draft, or with another graph.
   * @remarks Nothing is sent, stored or called. An action succeeds unless `stubs` has another outcome for its node.
   * At most 120 simulations and runs of scenarios in a minute.
   */
  @Post()
  @HttpCode(200)
  @Allow('flows:manage')
  @PlaysFlows()
  @BodyExample(SimulateFlowDto, {
    graph: EXAMPLE_GRAPH,
    inputs: [{ text: 'menu' }],
    contact: { full_name: 'Maria Silva', tags: ['vip'] },
  })
  @ApiOkResponse({ type: SimulationDto })
  @ApiErrors(400, 401, 403, 404, 413)
  async simulate(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body(SimulationBodyPipe) { graph, ...setup }: SimulateFlowDto,
  ): Promise<SimulationDto> {
    const flow = await this.flows.get(scope, id);
    return this.simulator.play(await this.simulator.worldOf(scope, flow), graph ?? flow.draft, setup);
  }
}

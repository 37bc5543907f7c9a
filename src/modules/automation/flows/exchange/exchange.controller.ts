import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { EXAMPLE_GRAPH } from '../dto/example-graph.js';
import { FlowPresenter } from '../flow-presenter.js';
import { parsePart } from '../graph/parse-body.js';
import { ImportedFlowDto, ImportFlowDto } from './exchange.dto.js';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportedFlow, exportedFlowSchema } from './exported-flow.js';
import { FlowExchange } from './flow-exchange.js';

const EXAMPLE: ExportedFlow = {
  format: EXPORT_FORMAT,
  format_version: EXPORT_VERSION,
  name: 'Welcome',
  channel_ids: [],
  graph: EXAMPLE_GRAPH,
  scenarios: [],
  references: [],
  secrets: [],
};

/** Flows as files. */
@ApiTags('Flows')
@Controller('flows')
export class FlowExchangeController {
  constructor(
    private readonly exchange: FlowExchange,
    private readonly presenter: FlowPresenter,
  ) {}

  /**
   * The draft of a flow with its scenarios, for another company.
   * @remarks Services, people, flows and channels are named in `references`; there are no secrets, only their names.
   */
  @Get(':id/export')
  @Allow('flows:read')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/ExportedFlow' } })
  @ApiErrors(400, 401, 403, 404)
  export(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<ExportedFlow> {
    return this.exchange.export(scope, id);
  }

  /**
   * Makes a flow from an exported one, as a draft under a free name.
   * @remarks What it names is found by name. `unresolved` lists what the company does not have; publishing is refused until
   * the flow names something else.
   */
  @Post('import')
  @Allow('flows:manage')
  @ApiBody({ type: ImportFlowDto, examples: { usual: { value: { flow: EXAMPLE } } } })
  @ApiCreatedResponse({ type: ImportedFlowDto })
  @ApiErrors(400, 401, 403, 409, 413)
  async import(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: ImportFlowDto,
  ): Promise<ImportedFlowDto> {
    const exported = parsePart(exportedFlowSchema, body.flow, 'flow');
    const { flow, unresolved } = await this.exchange.import(scope, caller, exported);
    return { flow: await this.presenter.flow(scope, flow), unresolved: [...unresolved] };
  }
}

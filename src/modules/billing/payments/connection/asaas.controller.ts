import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, WithoutIdempotency } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AsaasConnectionDto, PutAsaasDto, toAsaasConnectionDto } from '../dto/connection.dto.js';
import { PaymentConnectionsService } from './payment-connections.service.js';

/** The account of the company at Asaas. */
@ApiTags('Payments')
@Controller('integrations/asaas')
export class AsaasController {
  constructor(private readonly connections: PaymentConnectionsService) {}

  /** How the company is connected with Asaas. No answer shows the key. */
  @Get()
  @Allow('integrations:manage')
  @ApiOkResponse({ type: AsaasConnectionDto })
  @ApiErrors(401, 403)
  async get(@CurrentCompany() scope: CompanyScope): Promise<AsaasConnectionDto> {
    return toAsaasConnectionDto(await this.connections.of(scope));
  }

  /** Connects the company with Asaas: proves the key and registers the webhook. */
  @Put()
  @Allow('integrations:manage')
  @WithoutIdempotency()
  @BodyExample(PutAsaasDto, { api_key: '$aact_hmlg_000example', environment: 'sandbox' })
  @ApiOkResponse({ type: AsaasConnectionDto })
  @ApiErrors(400, 401, 403, 409, 422, 503)
  async put(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: PutAsaasDto,
  ): Promise<AsaasConnectionDto> {
    return toAsaasConnectionDto(await this.connections.put(scope, caller, body));
  }

  /** Removes the key and the webhook. Payments stay. Refused while payments of Asaas are open. */
  @Delete()
  @HttpCode(204)
  @Allow('integrations:manage')
  @ApiNoContentResponse()
  @ApiErrors(401, 403, 409)
  async remove(@CurrentCompany() scope: CompanyScope, @CurrentUser() caller: Principal): Promise<void> {
    await this.connections.remove(scope, caller);
  }
}

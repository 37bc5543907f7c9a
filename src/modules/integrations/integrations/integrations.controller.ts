import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { IntegrationRegistry } from '../../../core/integrations/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { IntegrationListDto } from './dto/integration.dto.js';

/** The connections of the company to other services. */
@ApiTags('Integrations')
@Controller('integrations')
export class IntegrationsController {
  constructor(private readonly integrations: IntegrationRegistry) {}

  /** Every integration of the company with its health. */
  @Get()
  @Allow('integrations:manage')
  @ApiOkResponse({ type: IntegrationListDto })
  @ApiErrors(401, 403)
  async list(@CurrentCompany() scope: CompanyScope): Promise<IntegrationListDto> {
    return { items: await this.integrations.cardsOf(scope), nextCursor: null };
  }
}

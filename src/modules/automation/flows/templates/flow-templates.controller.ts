import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { FlowTemplatesDto } from './flow-template.dto.js';
import { flowTemplates } from './flow-templates.js';

/** Flows to copy. */
@ApiTags('Flows')
@Controller('flow-templates')
export class FlowTemplatesController {
  constructor(private readonly companies: CompaniesService) {}

  /** Flows ready to copy, in the language of the company. */
  @Get()
  @Allow('flows:read')
  @ApiOkResponse({ type: FlowTemplatesDto })
  @ApiErrors(401, 403)
  async list(@CurrentCompany() scope: CompanyScope): Promise<FlowTemplatesDto> {
    const { locale } = await this.companies.get(scope);
    const items = flowTemplates(locale);
    return {
      items: items.map(({ key, name, description, category, graph }) => ({ key, name, description, category, graph })),
    };
  }
}

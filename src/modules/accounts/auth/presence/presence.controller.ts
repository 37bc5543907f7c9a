import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { PresenceListDto } from './presence.dto.js';
import { PresenceService } from './presence.service.js';

@ApiTags('Users')
@Controller('users/presence')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  /** Who of the company is online, and when each person was last seen. */
  @Get()
  @Allow('users:read')
  @ApiOkResponse({ type: PresenceListDto })
  @ApiErrors(401, 403)
  async list(@CurrentCompany() scope: CompanyScope): Promise<PresenceListDto> {
    return { items: await this.presence.list(scope), nextCursor: null };
  }
}

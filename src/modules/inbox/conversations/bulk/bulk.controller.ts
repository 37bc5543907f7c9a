import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { BulkChangeDto, StartedBulkDto, UndoBulkDto, UndoneBulkDto } from './bulk.dto.js';
import { BulkService } from './bulk.service.js';

@ApiTags('Conversations')
@Controller('conversations/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  /** Changes all conversations that pass a filter, at most 5,000; the event `bulk:progress` tells how far it is. */
  @Post()
  @HttpCode(202)
  @Allow('conversations:write')
  @BodyExample(BulkChangeDto, { filter: { view: 'waiting' }, action: { status: 'resolved' } })
  @ApiAcceptedResponse({ type: StartedBulkDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  start(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Body() body: BulkChangeDto,
  ): Promise<StartedBulkDto> {
    return this.bulk.start(scope, actor, body);
  }

  /** Takes a bulk change back, except for conversations that somebody has changed since. */
  @Post('undo')
  @HttpCode(202)
  @Allow('conversations:write')
  @BodyExample(UndoBulkDto, { undo_token: '8f9d2c1e-5b7a-4c3d-9e8f-1a2b3c4d5e6f' })
  @ApiAcceptedResponse({ type: UndoneBulkDto })
  @ApiErrors(400, 401, 403, 404, 409)
  undo(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Body() { undo_token }: UndoBulkDto,
  ): Promise<UndoneBulkDto> {
    return this.bulk.undo(scope, actor, undo_token);
  }
}

import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe, WithoutIdempotency } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { StartedLoginDto } from './dto/meta-connection.dto.js';
import { LoginStartService } from './login-start.service.js';

@ApiTags('Channels')
@Controller('channels')
export class ChannelReconnectController {
  constructor(private readonly starts: LoginStartService) {}

  /**
   * Returns the address of a log-in that gives the channel a new token.
   * @remarks The channel keeps its history. A log-in that cannot act for its account changes nothing.
   */
  @Post(':id/reconnect')
  @HttpCode(200)
  @Allow('channels:manage')
  @WithoutIdempotency()
  @ApiOkResponse({ type: StartedLoginDto })
  @ApiErrors(400, 401, 403, 404, 422)
  reconnect(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<StartedLoginDto> {
    return this.starts.restart(scope, user, id);
  }
}

import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../core/http/index.js';
import { SessionListDto, toSessionDto } from './dto/session.dto.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('Auth')
@Allow('profile:manage')
@Controller('auth/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** The caller's open log-ins, the latest used first. */
  @Get()
  @ApiOkResponse({ type: SessionListDto })
  @ApiErrors(401, 403)
  async list(@CurrentUser() principal: Principal): Promise<SessionListDto> {
    const sessions = await this.sessions.list(principal);
    return { items: sessions.map((session) => toSessionDto(session, principal.sessionId)), nextCursor: null };
  }

  /** Ends all other log-ins of the caller. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiErrors(401, 403)
  endOthers(@CurrentUser() principal: Principal): Promise<void> {
    return this.sessions.endOthers(principal);
  }

  /** Ends one of the caller's log-ins. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  end(@CurrentUser() principal: Principal, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    return this.sessions.endOwn(principal, id);
  }
}

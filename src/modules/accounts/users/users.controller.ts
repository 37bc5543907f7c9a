import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  PageQueryDto,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { InviteUserDto, UpdateUserDto } from './dto/manage-users.dto.js';
import { UserDto, UserPageDto } from './dto/user.dto.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { UserPresenter } from './user-presenter.js';
import { UsersService } from './users.service.js';

@ApiTags('Users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly invitations: InvitationsService,
    private readonly presenter: UserPresenter,
  ) {}

  /** The people of the company, the oldest account first. */
  @Get()
  @Allow('users:read')
  @ApiOkResponse({ type: UserPageDto })
  @ApiErrors(400, 401, 403)
  async list(@CurrentCompany() scope: CompanyScope, @Query() query: PageQueryDto): Promise<UserPageDto> {
    const { items, nextCursor } = await this.users.list(scope, query);
    return { items: items.map((user) => this.presenter.present(user)), nextCursor };
  }

  /** Invites somebody by mail. The caller's own e-mail address must be verified. */
  @Post()
  @Allow('users:manage')
  @BodyExample(InviteUserDto, { email: 'bruno@example.com', role: 'staff', full_name: 'Bruno Reis' })
  @ApiCreatedResponse({ type: UserDto })
  @ApiErrors(400, 401, 403, 409)
  async invite(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() invitation: InviteUserDto,
  ): Promise<UserDto> {
    return this.presenter.present(await this.invitations.invite(scope, caller, invitation));
  }

  /** Mails a new link to somebody who has not accepted the invitation yet; the link before no longer works. */
  @Post(':id/resend-invitation')
  @HttpCode(202)
  @Allow('users:manage')
  @ApiAcceptedResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  resendInvitation(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    return this.invitations.resend(scope, caller, id);
  }

  /** Changes name or role, or disables the account; only an owner may do so to an owner. */
  @Patch(':id')
  @Allow('users:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateUserDto, { full_name: 'Bruno Reis', role: 'manager' })
  @ApiOkResponse({ type: UserDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() changes: UpdateUserDto,
  ): Promise<UserDto> {
    return this.presenter.present(await this.users.update(scope, caller, id, changes, version));
  }

  /** Logs a user out everywhere. The user can log in again. Only an owner may log out an owner. */
  @Delete(':id/sessions')
  @HttpCode(204)
  @Allow('users:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  endSessions(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    return this.users.endSessions(scope, caller, id);
  }

  /** Removes somebody; only an owner may remove an owner. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('users:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  remove(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    return this.users.remove(scope, caller, id);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Patch } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../core/auth-guards/index.js';
import { ApiErrors } from '../../core/http/index.js';
import { CompanyScope } from '../../core/tenancy/index.js';
import { UpdateProfileDto } from './dto/update-profile.dto.js';
import { UserDto } from './dto/user.dto.js';
import { ProfileService } from './profile.service.js';
import { UserPresenter } from './user-presenter.js';
import { UsersService } from './users.service.js';

@ApiTags('Users')
@Allow('profile:manage')
@Controller('users/me')
export class ProfileController {
  constructor(
    private readonly profiles: ProfileService,
    private readonly users: UsersService,
    private readonly presenter: UserPresenter,
  ) {}

  /** The caller. */
  @Get()
  @ApiOkResponse({ type: UserDto })
  @ApiErrors(401, 403)
  async get(@CurrentCompany() scope: CompanyScope, @CurrentUser() caller: Principal): Promise<UserDto> {
    return this.presenter.present(await this.profiles.get(scope, caller));
  }

  /** Changes the caller's profile or, with the current one, the password. */
  @Patch()
  @ApiOkResponse({ type: UserDto })
  @ApiErrors(400, 401, 403, 409, 503)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() changes: UpdateProfileDto,
  ): Promise<UserDto> {
    return this.presenter.present(await this.profiles.update(scope, caller, changes));
  }

  /** Removes the caller's account, unless the company would be left without an owner. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiErrors(401, 403, 409)
  remove(@CurrentCompany() scope: CompanyScope, @CurrentUser() caller: Principal): Promise<void> {
    return this.users.remove(scope, caller, new Types.ObjectId(caller.userId));
  }
}

import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, type UploadedFile, Upload, AcceptsUpload } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { AvatarsService, MAX_AVATAR_BYTES } from './avatars.service.js';
import { UploadAvatarDto } from './dto/upload-avatar.dto.js';
import { UpdateProfileDto } from './dto/update-profile.dto.js';
import { ProfileDto } from './dto/profile.dto.js';
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
    private readonly avatars: AvatarsService,
    private readonly presenter: UserPresenter,
  ) {}

  /** The caller. */
  @Get()
  @ApiOkResponse({ type: ProfileDto })
  @ApiErrors(401, 403)
  async get(@CurrentCompany() scope: CompanyScope, @CurrentUser() caller: Principal): Promise<ProfileDto> {
    return this.presenter.presentProfile(await this.profiles.get(scope, caller));
  }

  /** Changes the caller's profile or, with the current one, the password. */
  @Patch()
  @BodyExample(UpdateProfileDto, { full_name: 'Ana Lima', locale: 'pt-BR', preferences: { theme: 'dark' } })
  @ApiOkResponse({ type: ProfileDto })
  @ApiErrors(400, 401, 403, 409, 429, 503)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() changes: UpdateProfileDto,
  ): Promise<ProfileDto> {
    return this.presenter.presentProfile(await this.profiles.update(scope, caller, changes));
  }

  /** Sets the caller's picture: PNG, JPEG or WebP, at most 5 MB. */
  @Post('avatar')
  @HttpCode(200)
  @AcceptsUpload(MAX_AVATAR_BYTES)
  @ApiBody({ type: UploadAvatarDto })
  @ApiOkResponse({ type: ProfileDto })
  @ApiErrors(400, 401, 403, 413, 415, 429)
  async setAvatar(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Upload() file: UploadedFile,
  ): Promise<ProfileDto> {
    return this.presenter.presentProfile(await this.avatars.set(scope, caller, file));
  }

  /** Removes the caller's picture. */
  @Delete('avatar')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiErrors(401, 403)
  removeAvatar(@CurrentCompany() scope: CompanyScope, @CurrentUser() caller: Principal): Promise<void> {
    return this.avatars.clear(scope, caller);
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

import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, PageQueryDto, ParseIdPipe, WithoutIdempotency } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ApiKeysService } from './api-keys.service.js';
import {
  ApiKeyPageDto,
  CreateApiKeyDto,
  CreatedApiKeyDto,
  KeyPermissionListDto,
  toApiKeyDto,
} from './dto/api-key.dto.js';

/** Keys by which programs of the company call the API. */
@ApiTags('API keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  /** The keys of the company, the oldest first; never the keys themselves. */
  @Get()
  @Allow('api-keys:manage')
  @ApiOkResponse({ type: ApiKeyPageDto })
  @ApiErrors(400, 401, 403)
  async list(@CurrentCompany() scope: CompanyScope, @Query() { limit, cursor }: PageQueryDto): Promise<ApiKeyPageDto> {
    const { items, nextCursor } = await this.keys.list(scope, { limit, cursor });
    return { items: items.map(toApiKeyDto), nextCursor };
  }

  /** The permissions that you can give to a key. */
  @Get('permissions')
  @Allow('api-keys:manage')
  @ApiOkResponse({ type: KeyPermissionListDto })
  @ApiErrors(401, 403)
  listPermissions(@CurrentUser() caller: Principal): KeyPermissionListDto {
    return { items: this.keys.grantable(caller) };
  }

  /**
   * Makes a key and shows it, once.
   * @remarks Send it as `Authorization: Bearer pb_…`. It works on every route that one of its permissions opens, never on routes of
   * log-ins, accounts and keys, and not for sockets. It belongs to the company and stays when its maker leaves.
   */
  @Post()
  @Allow('api-keys:manage')
  @WithoutIdempotency()
  @BodyExample(CreateApiKeyDto, { name: 'Reports', permissions: ['contacts:read', 'booking:read'] })
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  @ApiErrors(400, 401, 403, 409)
  async create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: CreateApiKeyDto,
  ): Promise<CreatedApiKeyDto> {
    const { apiKey, key } = await this.keys.create(scope, caller, body);
    return { ...toApiKeyDto(apiKey), key };
  }

  /** Deletes a key; it is refused from then on. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('api-keys:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    await this.keys.remove(scope, caller, id);
  }
}

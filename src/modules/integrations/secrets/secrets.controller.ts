import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { PutSecretDto, SecretDto, SecretListDto, toSecretDto } from './dto/secret.dto.js';
import { ParseSecretNamePipe } from './parse-secret-name.pipe.js';
import { SecretsService } from './secrets.service.js';

/** Passwords and keys of the company for other services. Nobody can read them. */
@ApiTags('Secrets')
@Controller('secrets')
export class SecretsController {
  constructor(private readonly secrets: SecretsService) {}

  /** Lists the names of the secrets; never the values. */
  @Get()
  @Allow('secrets:manage')
  @ApiOkResponse({ type: SecretListDto })
  @ApiErrors(401, 403)
  async list(@CurrentCompany() scope: CompanyScope): Promise<SecretListDto> {
    return { items: (await this.secrets.list(scope)).map(toSecretDto), nextCursor: null };
  }

  /**
   * Stores a value under a name. Replaces an older value.
   * @remarks The name begins with a letter and has at most 64 letters, digits, `_` and `-`. The value has at most 8,192
   * bytes. A company has at most 64 secrets.
   */
  @Put(':name')
  @Allow('secrets:manage')
  @BodyExample(PutSecretDto, { value: 'the key of the shop system' })
  @ApiOkResponse({ type: SecretDto })
  @ApiErrors(400, 401, 403, 409)
  async put(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('name', ParseSecretNamePipe) name: string,
    @Body() { value }: PutSecretDto,
  ): Promise<SecretDto> {
    return toSecretDto(await this.secrets.put(scope, caller, name, value));
  }

  /** Deletes a secret. */
  @Delete(':name')
  @HttpCode(204)
  @Allow('secrets:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('name', ParseSecretNamePipe) name: string,
  ): Promise<void> {
    await this.secrets.remove(scope, caller, name);
  }
}

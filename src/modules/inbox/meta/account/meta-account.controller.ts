import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { DisconnectedMetaDto, DisconnectMetaDto, MetaAccountsDto, MetaStatusDto } from '../dto/meta-account.dto.js';
import { MetaAccountService } from './meta-account.service.js';

/** The company's accounts at Meta. */
@ApiTags('Meta')
@Controller('meta')
export class MetaAccountController {
  constructor(private readonly meta: MetaAccountService) {}

  /** Whether Meta is connected and webhooks can come in. */
  @Get('status')
  @Allow('channels:read')
  @ApiOkResponse({ type: MetaStatusDto })
  @ApiErrors(401, 403)
  status(@CurrentCompany() scope: CompanyScope): Promise<MetaStatusDto> {
    return this.meta.status(scope);
  }

  /** The connected Pages, Instagram accounts and WhatsApp numbers. */
  @Get('account')
  @Allow('channels:read')
  @ApiOkResponse({ type: MetaAccountsDto })
  @ApiErrors(401, 403)
  async listAccounts(@CurrentCompany() scope: CompanyScope): Promise<MetaAccountsDto> {
    return { items: await this.meta.accounts(scope) };
  }

  /** Gives up all accounts at Meta, or those of one platform; conversations stay. */
  @Post('disconnect')
  @HttpCode(200)
  @Allow('channels:manage')
  @BodyExample(DisconnectMetaDto, { platform: 'whatsapp' })
  @ApiOkResponse({ type: DisconnectedMetaDto })
  @ApiErrors(400, 401, 403)
  async disconnect(
    @CurrentCompany() scope: CompanyScope,
    @Body() { platform }: DisconnectMetaDto,
  ): Promise<DisconnectedMetaDto> {
    return { disconnected: await this.meta.disconnect(scope, platform) };
  }
}

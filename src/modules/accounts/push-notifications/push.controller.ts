import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { AccountsRepository, type User } from '../users/index.js';
import { PushSettingsDto } from './dto/push-settings.dto.js';
import {
  EndPushSubscriptionDto,
  EXAMPLE_SUBSCRIPTION,
  PushKeyDto,
  PushSubscriptionDto,
} from './dto/push-subscription.dto.js';
import { PushService } from './push.service.js';
import { VapidKeysService } from './vapid-keys.service.js';

@ApiTags('Notifications')
@Allow('profile:manage')
@Controller('notifications')
export class PushController {
  constructor(
    private readonly push: PushService,
    private readonly keys: VapidKeysService,
    private readonly accounts: AccountsRepository,
  ) {}

  /** The public key for which a browser subscribes to pushes. */
  @Get('push-key')
  @ApiOkResponse({ type: PushKeyDto })
  @ApiErrors(401, 403)
  async key(): Promise<PushKeyDto> {
    return { public_key: (await this.keys.get()).publicKey };
  }

  /**
   * Registers the browser of the caller for pushes, or renews it.
   * @remarks A user has at most 10 browsers; a new one replaces the oldest. A log-out ends the subscription.
   */
  @Post('push-subscriptions')
  @HttpCode(204)
  @BodyExample(PushSubscriptionDto, EXAMPLE_SUBSCRIPTION)
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403)
  async subscribe(@CurrentUser() principal: Principal, @Body() { endpoint, keys }: PushSubscriptionDto): Promise<void> {
    await this.push.subscribe(principal, endpoint, keys);
  }

  /** Ends the pushes to a browser of the caller. */
  @Delete('push-subscriptions')
  @HttpCode(204)
  @BodyExample(EndPushSubscriptionDto, { endpoint: EXAMPLE_SUBSCRIPTION.endpoint })
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403)
  async unsubscribe(@CurrentUser() principal: Principal, @Body() { endpoint }: EndPushSubscriptionDto): Promise<void> {
    await this.push.unsubscribe(principal, endpoint);
  }

  /** What pushes show the caller, and when none are sent. */
  @Get('push-settings')
  @ApiOkResponse({ type: PushSettingsDto })
  @ApiErrors(401, 403)
  async settings(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() { userId }: Principal,
  ): Promise<PushSettingsDto> {
    return settingsOf(await this.accounts.getById(scope, userId));
  }

  /** Sets what pushes show the caller, and when none are sent. */
  @Put('push-settings')
  @BodyExample(PushSettingsDto, { shows_text: false, quiet_hours: { from: '22:00', to: '07:00' } })
  @ApiOkResponse({ type: PushSettingsDto })
  @ApiErrors(400, 401, 403)
  async setSettings(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() { userId }: Principal,
    @Body() { shows_text, quiet_hours }: PushSettingsDto,
  ): Promise<PushSettingsDto> {
    const quiet = quiet_hours && { from: quiet_hours.from, to: quiet_hours.to };
    const settings = { shows_text, quiet_hours: quiet ?? null };
    return settingsOf(await this.accounts.setPushSettings(scope, userId, settings));
  }
}

function settingsOf({ push_settings }: User): PushSettingsDto {
  return { shows_text: push_settings?.shows_text ?? false, quiet_hours: push_settings?.quiet_hours ?? null };
}

import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, PageQueryDto } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { AccountsRepository, DEFAULT_NOTIFICATION_WAYS, notificationWaysOf } from '../users/index.js';
import {
  NotificationPageDto,
  ReadNotificationsAnswerDto,
  ReadNotificationsDto,
  toIds,
  toNotificationDto,
} from './dto/notification.dto.js';
import { NotificationPreferencesDto, SetNotificationPreferencesDto } from './dto/preferences.dto.js';
import { NotificationCenter } from './notification-center.service.js';

@ApiTags('Notifications')
@Allow('profile:manage')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly center: NotificationCenter,
    private readonly accounts: AccountsRepository,
  ) {}

  /** The newest 100 notifications of the caller, the newest first. */
  @Get()
  @ApiOkResponse({ type: NotificationPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() { userId }: Principal,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<NotificationPageDto> {
    const { items, ...rest } = await this.center.list(scope, new Types.ObjectId(userId), { limit, cursor });
    return { items: items.map(toNotificationDto), ...rest };
  }

  /** Marks notifications of the caller as read. */
  @Post('read')
  @HttpCode(200)
  @BodyExample(ReadNotificationsDto, {})
  @ApiOkResponse({ type: ReadNotificationsAnswerDto })
  @ApiErrors(400, 401, 403)
  async markRead(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() { userId }: Principal,
    @Body() { ids }: ReadNotificationsDto,
  ): Promise<ReadNotificationsAnswerDto> {
    return { updated: await this.center.markRead(scope, new Types.ObjectId(userId), toIds(ids)) };
  }

  /** The ways in which the caller hears of each kind of event. */
  @Get('preferences')
  @ApiOkResponse({ type: NotificationPreferencesDto })
  @ApiErrors(401, 403)
  async preferences(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() { userId }: Principal,
  ): Promise<NotificationPreferencesDto> {
    return notificationWaysOf(await this.accounts.getById(scope, userId));
  }

  /** Sets the ways in which the caller hears of each kind of event. */
  @Put('preferences')
  @BodyExample(SetNotificationPreferencesDto, DEFAULT_NOTIFICATION_WAYS)
  @ApiOkResponse({ type: NotificationPreferencesDto })
  @ApiErrors(400, 401, 403)
  async setPreferences(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() { userId }: Principal,
    @Body() ways: SetNotificationPreferencesDto,
  ): Promise<NotificationPreferencesDto> {
    return notificationWaysOf(await this.accounts.setNotificationWays(scope, userId, { ...ways }));
  }
}

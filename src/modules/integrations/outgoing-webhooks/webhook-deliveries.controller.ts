import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import {
  ListDeliveriesQueryDto,
  ReplayedWebhookDto,
  ReplayWebhookDto,
  toDeliveryDetailsDto,
  toWebhookDeliveryDto,
  WebhookDeliveryDetailsDto,
  WebhookDeliveryDto,
  WebhookDeliveryPageDto,
} from './dto/webhook-delivery.dto.js';
import { WebhookReplaysService } from './webhook-replays.service.js';

/** What was sent to a webhook in the last 30 days. */
@ApiTags('Outgoing webhooks')
@Controller('integrations/webhooks/:id')
export class WebhookDeliveriesController {
  constructor(private readonly replays: WebhookReplaysService) {}

  /** Sends one `webhook.test` now and returns the result. */
  @Post('test')
  @HttpCode(200)
  @Allow('integrations:manage')
  @ApiOkResponse({ type: WebhookDeliveryDto })
  @ApiErrors(400, 401, 403, 404)
  async test(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<WebhookDeliveryDto> {
    return toWebhookDeliveryDto(await this.replays.test(scope, id));
  }

  /** The deliveries of the last 30 days, the newest first. */
  @Get('deliveries')
  @Allow('integrations:manage')
  @ApiOkResponse({ type: WebhookDeliveryPageDto })
  @ApiErrors(400, 401, 403, 404)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() { status, limit, cursor }: ListDeliveriesQueryDto,
  ): Promise<WebhookDeliveryPageDto> {
    const { items, nextCursor } = await this.replays.list(scope, id, status, { limit, cursor });
    return { items: items.map(toWebhookDeliveryDto), nextCursor };
  }

  /** One delivery with the body that is sent. */
  @Get('deliveries/:deliveryId')
  @Allow('integrations:manage')
  @ApiOkResponse({ type: WebhookDeliveryDetailsDto })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('deliveryId', ParseIdPipe) deliveryId: Types.ObjectId,
  ): Promise<WebhookDeliveryDetailsDto> {
    return toDeliveryDetailsDto(await this.replays.get(scope, id, deliveryId));
  }

  /** Sends one event again, with the same `webhook-id` and all attempts. */
  @Post('deliveries/:deliveryId/replay')
  @HttpCode(202)
  @Allow('integrations:manage')
  @ApiAcceptedResponse({ type: WebhookDeliveryDto })
  @ApiErrors(400, 401, 403, 404)
  async replay(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('deliveryId', ParseIdPipe) deliveryId: Types.ObjectId,
  ): Promise<WebhookDeliveryDto> {
    return toWebhookDeliveryDto(await this.replays.replay(scope, id, deliveryId));
  }

  /** Sends all events since a time again, in their order. */
  @Post('replay')
  @HttpCode(202)
  @Allow('integrations:manage')
  @BodyExample(ReplayWebhookDto, { since: '2030-01-31T09:00:00Z' })
  @ApiAcceptedResponse({ type: ReplayedWebhookDto })
  @ApiErrors(400, 401, 403, 404)
  async replaySince(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { since }: ReplayWebhookDto,
  ): Promise<ReplayedWebhookDto> {
    return { replayed: await this.replays.replaySince(scope, id, new Date(since)) };
  }
}

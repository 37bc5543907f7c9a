import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  PageQueryDto,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
  WithoutIdempotency,
} from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import {
  CreateWebhookDto,
  toWebhookEndpointDto,
  UpdateWebhookDto,
  WebhookEndpointDto,
  WebhookEndpointPageDto,
  WebhookKindListDto,
  WebhookSecretDto,
} from './dto/webhook-endpoint.dto.js';
import { OutgoingWebhooksService, type WithSecret } from './outgoing-webhooks.service.js';
import { TEST_KIND, WEBHOOK_KIND_NAMES, WEBHOOK_KINDS } from './webhook-kinds.js';

const KINDS = [
  ...WEBHOOK_KIND_NAMES.map((event) => ({ event, description: WEBHOOK_KINDS[event].description })),
  { event: TEST_KIND, description: 'A person asked for a test; every endpoint gets its own' },
];

/** Addresses that get signed events of the company. */
@ApiTags('Outgoing webhooks')
@Controller('integrations/webhooks')
export class OutgoingWebhooksController {
  constructor(private readonly webhooks: OutgoingWebhooksService) {}

  /** The kinds of events, which the section `webhooks` of this document describes. */
  @Get('events')
  @Allow('integrations:manage')
  @ApiOkResponse({ type: WebhookKindListDto })
  @ApiErrors(401, 403)
  listKinds(): WebhookKindListDto {
    return { items: KINDS };
  }

  /** The webhooks of the company, the oldest first. */
  @Get()
  @Allow('integrations:manage')
  @ApiOkResponse({ type: WebhookEndpointPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<WebhookEndpointPageDto> {
    const { items, nextCursor } = await this.webhooks.list(scope, { limit, cursor });
    return { items: items.map(toWebhookEndpointDto), nextCursor };
  }

  /**
   * Adds a webhook and shows its secret, once.
   * @remarks Each event of these kinds is sent as a POST with the headers of Standard Webhooks: `webhook-id`, `webhook-timestamp`
   * and `webhook-signature`. It is sent at least once: drop a `webhook-id` that you have handled. First attempts come in
   * the order of `seq`; an event that failed comes again 5 s, 5 min, 30 min, 2 h, 5 h and 10 h later, after newer ones.
   * Answer with 200 to 299 within 15 s.
   */
  @Post()
  @Allow('integrations:manage')
  @WithoutIdempotency()
  @BodyExample(CreateWebhookDto, {
    url: 'https://hooks.example.com/petbuddy',
    events: ['message.created', 'appointment.created'],
    description: 'Reports',
  })
  @ApiCreatedResponse({ type: WebhookSecretDto })
  @ApiErrors(400, 401, 403, 409, 422)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateWebhookDto): Promise<WebhookSecretDto> {
    return withSecret(await this.webhooks.create(scope, body));
  }

  /** One webhook with its health. */
  @Get(':id')
  @Allow('integrations:manage')
  @Versioned()
  @ApiOkResponse({ type: WebhookEndpointDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<WebhookEndpointDto> {
    return toWebhookEndpointDto(await this.webhooks.get(scope, id));
  }

  /** Changes a webhook, or switches it on or off. */
  @Patch(':id')
  @Allow('integrations:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateWebhookDto, { active: false })
  @ApiOkResponse({ type: WebhookEndpointDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412, 422)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateWebhookDto,
  ): Promise<WebhookEndpointDto> {
    return toWebhookEndpointDto(await this.webhooks.update(scope, id, body, version));
  }

  /** Deletes a webhook and its deliveries. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('integrations:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.webhooks.remove(scope, id);
  }

  /** Makes a new secret and shows it, once; for 24 hours the old one signs, too. */
  @Post(':id/rotate-secret')
  @HttpCode(200)
  @Allow('integrations:manage')
  @WithoutIdempotency()
  @ApiOkResponse({ type: WebhookSecretDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async rotateSecret(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<WebhookSecretDto> {
    return withSecret(await this.webhooks.rotateSecret(scope, id));
  }
}

function withSecret({ endpoint, secret }: WithSecret): WebhookSecretDto {
  return { ...toWebhookEndpointDto(endpoint), secret };
}

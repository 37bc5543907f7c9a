import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS, PageQueryDto, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CreateOfferDto, PreviewOfferDto } from './dto/offer-input.dto.js';
import { OfferAnswerDto, OfferPageDto, OfferPreviewDto } from './dto/offer.dto.js';
import { toOfferedTimeView, toOfferView } from './offer.view.js';
import { OffersService, type StaffRequest } from './offers.service.js';

const EXAMPLE = { service_id: EXAMPLE_IDS.service };

/** Times that a customer can choose by a tap in the conversation. */
@ApiTags('Offered times')
@Controller('conversations/:id/offers')
export class OffersController {
  constructor(private readonly offers: OffersService) {}

  /** Lists the offers of a conversation, the newest first. */
  @Get()
  @Allow('booking:read')
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: OfferPageDto })
  @ApiErrors(400, 401, 403, 404)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() page: PageQueryDto,
  ): Promise<OfferPageDto> {
    const { items, nextCursor } = await this.offers.list(scope, id, page);
    return { items: items.map((offer) => toOfferView(offer)), nextCursor };
  }

  /** Shows which times would be offered, and the message. Nothing is stored. */
  @Post('preview')
  @HttpCode(200)
  @Allow('booking:read')
  @ApiParam({ name: 'id', type: String })
  @BodyExample(PreviewOfferDto, EXAMPLE)
  @ApiOkResponse({ type: OfferPreviewDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async preview(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: PreviewOfferDto,
  ): Promise<OfferPreviewDto> {
    const { offer, question } = await this.offers.preview(scope, actor, id, toRequest(body));
    const { slots, expires_at } = offer;
    return { slots: slots.map(toOfferedTimeView), expires_at: expires_at.toISOString(), message: question };
  }

  /**
   * Sends up to three times to the customer, who books one by a tap or an answer such as "2" or "10:30".
   * @remarks The message is one of the caller. Nothing is held: if the chosen time is taken meanwhile, other times are offered at once. A
   * conversation has one open offer; a new one replaces it. It expires after 24 hours, and with its last time. Also needs `booking:write`.
   */
  @Post()
  @Allow('messages:send')
  @ApiParam({ name: 'id', type: String })
  @BodyExample(CreateOfferDto, EXAMPLE)
  @ApiCreatedResponse({ type: OfferAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: CreateOfferDto,
  ): Promise<OfferAnswerDto> {
    const { client_key } = body;
    const request = { ...toRequest(body), ...(client_key !== undefined && { client_key }) };
    return { offer: toOfferView(await this.offers.create(scope, actor, id, request)) };
  }

  /** Takes an open offer back. A customer who taps one of its buttons is told so, and staff see it. */
  @Post(':offerId/withdraw')
  @HttpCode(200)
  @Allow('booking:write')
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: OfferAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async withdraw(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('offerId', ParseIdPipe) offerId: Types.ObjectId,
  ): Promise<OfferAnswerDto> {
    return { offer: toOfferView(await this.offers.withdraw(scope, id, offerId)) };
  }
}

function toRequest({ service_id, pet_ids, slots }: PreviewOfferDto): StaffRequest {
  return {
    service_id,
    ...(pet_ids && { pet_ids }),
    ...(slots && { slots: slots.map((slot) => ({ ...slot, starts_at: new Date(slot.starts_at) })) }),
  };
}

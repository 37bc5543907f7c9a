import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiFoundResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Types } from 'mongoose';
import { ApiErrors, BodyExample, EXAMPLE_IDS, ParseIdPipe } from '../../../core/http/index.js';
import { AppError } from '../../../core/errors/index.js';
import { UrlSigner } from '../../../core/storage/index.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import { assertNotEnded, bodyHashOf } from '../appointments/index.js';
import { SlotsService, type SlotsView, invalidField } from '../availability/index.js';
import {
  ConfirmPublicHoldDto,
  PublicBookedDto,
  toVerificationStartedDto,
  VerificationStartedDto,
} from './dto/public-confirmation.dto.js';
import { CreatePublicHoldDto, PublicHeldDto, toPublicHeldDto } from './dto/public-hold.dto.js';
import { PublicPageDto, PublicPageQueryDto, toPublicPageDto } from './dto/public-page.dto.js';
import { PublicQuoteDto, PublicQuoteQueryDto } from './dto/public-quote.dto.js';
import { itemsFor, PublicSlotsDto, PublicSlotsQueryDto, toPublicSlotsDto } from './dto/public-slots.dto.js';
import { ManageLinksService } from './manage-links.service.js';
import { VisitorRoute } from './visitor-route.decorator.js';
import { PublicConfirmationService } from './public-confirmation.service.js';
import { PublicHoldsService } from './public-holds.service.js';
import { toPublicBookedDto, toPublicPaymentDto, PaymentStartedDto } from './dto/public-payment.dto.js';
import { PublicPaymentsService } from './public-payments.service.js';
import { quotePublicVisit } from './public-offers.js';
import { PublicPageLoader, shownStaffNames } from './public-page-loader.js';
import { CurrentVisitor, type Visitor, VISITOR_HEADER, VisitorInterceptor } from './visitors.js';

const LOGO_URL_LIFE_MS = 86_400_000;
/** A code was sent, or the deposit waits to be paid. */
const STARTED = {
  schema: { oneOf: [{ $ref: getSchemaPath(VerificationStartedDto) }, { $ref: getSchemaPath(PaymentStartedDto) }] },
};
const TOKEN_NOTE = 'Names the visitor; given with the first answer, and to be sent with every request after it';

@ApiTags('Public booking')
@ApiExtraModels(VerificationStartedDto, PaymentStartedDto)
@ApiHeader({ name: VISITOR_HEADER, required: false, description: TOKEN_NOTE })
@UseInterceptors(VisitorInterceptor)
@Controller('public/:companySlug')
export class PublicBookingController {
  constructor(
    private readonly pages: PublicPageLoader,
    private readonly slots: SlotsService,
    private readonly holds: PublicHoldsService,
    private readonly confirmations: PublicConfirmationService,
    private readonly links: ManageLinksService,
    private readonly payments: PublicPaymentsService,
    private readonly urls: UrlSigner,
  ) {}

  /** Lists the services of the public page, with duration and price for these pets. */
  @Get('services')
  @VisitorRoute('read')
  @ApiOkResponse({ type: PublicPageDto })
  @ApiErrors(400, 404)
  async listServices(@Param('companySlug') slug: string, @Query() query: PublicPageQueryDto): Promise<PublicPageDto> {
    return toPublicPageDto(await this.pages.load(slug), query.pets);
  }

  /** Leads to the logo of the company. */
  @Get('logo')
  @VisitorRoute('read')
  @ApiFoundResponse({ description: 'The address of the picture, which expires after a day' })
  @ApiErrors(404)
  async logo(@Param('companySlug') slug: string, @Res() response: Response): Promise<void> {
    const key = await this.pages.logoKeyOf(slug);
    if (!key) throw AppError.notFound('Logo');
    response.redirect(this.urls.sign(key, LOGO_URL_LIFE_MS));
  }

  /** Returns duration and price of a visit before a time is chosen. */
  @Get('quote')
  @VisitorRoute('read')
  @ApiOkResponse({ type: PublicQuoteDto })
  @ApiErrors(400, 404)
  async quote(@Param('companySlug') slug: string, @Query() query: PublicQuoteQueryDto): Promise<PublicQuoteDto> {
    const { catalog } = await this.pages.load(slug);
    const { minutes, price, currency, accepted } = quotePublicVisit(catalog, query);
    return { minutes, price, currency, accepted };
  }

  /** Lists the free times of a service by day. */
  @Get('slots')
  @VisitorRoute('read')
  @ApiOkResponse({ type: PublicSlotsDto })
  @ApiErrors(400, 404)
  async search(
    @Param('companySlug') slug: string,
    @Query() query: PublicSlotsQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { scope, catalog } = await this.pages.load(slug);
    const { from, to, service_id, staff_id, add_ons = [], nights } = query;
    const staff = shownStaffNames(catalog);
    if (staff_id && staff.size === 0) throw invalidField('staff_id', 'cannot be chosen here');
    const items = itemsFor(service_id, query, add_ons);
    const visit = { items, ...(staff_id ? { staff_id } : {}), ...(nights === undefined ? {} : { nights }) };
    const view: SlotsView = { name: 'public', show: (slots) => toPublicSlotsDto(slots, staff) };
    const answer = await this.slots.searchCached(scope, { from, to, request: visit, channel: 'public' }, view);
    await answer.send(request, response);
  }

  /** Holds a time for the visitor. A visitor may have two holds at a time. */
  @Post('holds')
  @VisitorRoute('write')
  @BodyExample(CreatePublicHoldDto, {
    service_id: EXAMPLE_IDS.service,
    starts_at: '2030-01-07T09:00:00Z',
    pets: [{ species: 'dog', weight_kg: 8, coat: 'long' }],
  })
  @ApiCreatedResponse({ type: PublicHeldDto })
  @ApiErrors(400, 404, 409, 422, 503)
  async hold(
    @Param('companySlug') slug: string,
    @CurrentVisitor() visitor: Visitor,
    @Body() body: CreatePublicHoldDto,
  ): Promise<PublicHeldDto> {
    const page = await this.pages.load(slug);
    const { service_id, starts_at, pets, pet_count, add_ons = [], replaces, ...visit } = body;
    const held = await this.holds.hold(page, visitor, {
      ...visit,
      ...bodyHashOf(body),
      items: itemsFor(
        service_id,
        { ...(pets && { pets }), ...(pet_count === undefined ? {} : { pet_count }) },
        add_ons,
      ),
      starts_at: new Date(starts_at),
      ...(replaces ? { replaces: toObjectId(replaces, 'replaces') } : {}),
    });
    const deposit = await this.payments.depositFor(page.scope, held);
    return toPublicHeldDto(assertNotEnded(held), shownStaffNames(page.catalog), deposit);
  }

  /** Releases a hold. */
  @Delete('holds/:id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @VisitorRoute('write')
  @ApiNoContentResponse()
  @ApiErrors(400, 404, 409)
  async release(
    @Param('companySlug') slug: string,
    @CurrentVisitor() visitor: Visitor,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    const { scope } = await this.pages.load(slug);
    await this.holds.release(scope, visitor, id);
  }

  /**
   * Books the held time.
   * @remarks If the company checks contacts, the first call sends a code, and the next call must include it. If a deposit is
   * demanded, the answer is the payment step, and the time is booked when it is paid.
   */
  @Post('holds/:id/confirm')
  @VisitorRoute('confirm')
  @BodyExample(ConfirmPublicHoldDto, {
    contact: { full_name: 'Ana Lima', email: 'ana@example.com', phone: '+55 11 98888-7777' },
    pets: [{ name: 'Luna', species: 'dog', weight_kg: 8, coat: 'long' }],
  })
  @ApiCreatedResponse({ type: PublicBookedDto })
  @ApiAcceptedResponse(STARTED)
  @ApiErrors(400, 404, 409, 422, 502, 503)
  async confirm(
    @Param('companySlug') slug: string,
    @CurrentVisitor() visitor: Visitor,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: ConfirmPublicHoldDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublicBookedDto | VerificationStartedDto | PaymentStartedDto> {
    const { email, phone } = body.contact;
    if (!email && !phone) throw invalidField('contact', 'must have an email or a phone');
    const page = await this.pages.load(slug);
    const confirmed = await this.confirmations.confirm(page, visitor, id, body);
    if ('verification' in confirmed) {
      response.status(HttpStatus.ACCEPTED);
      return toVerificationStartedDto(confirmed.verification);
    }
    if ('payment' in confirmed) {
      response.status(HttpStatus.ACCEPTED);
      return { payment: toPublicPaymentDto(confirmed.payment, null) };
    }
    const { booking } = confirmed;
    return toPublicBookedDto(page, booking, await this.links.issue(page.scope, booking._id));
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../core/http/index.js';
import { PayDepositDto, PublicPaymentDto, toPublicBookedDto, toPublicPaymentDto } from './dto/public-payment.dto.js';
import { ManageLinksService } from './manage-links.service.js';
import { type PublicPage, PublicPageLoader } from './public-page-loader.js';
import { PublicPaymentsService, type SeenDeposit } from './public-payments.service.js';
import { VisitorRoute } from './visitor-route.decorator.js';
import { CurrentVisitor, type Visitor, VISITOR_HEADER, VisitorInterceptor } from './visitors.js';

@ApiTags('Public booking')
@ApiHeader({ name: VISITOR_HEADER, required: false, description: 'Names the visitor whose hold it is' })
@UseInterceptors(VisitorInterceptor)
@Controller('public/:companySlug/holds/:id/payment')
export class PublicPaymentsController {
  constructor(
    private readonly pages: PublicPageLoader,
    private readonly payments: PublicPaymentsService,
    private readonly links: ManageLinksService,
  ) {}

  /** Returns the deposit of a hold, and the appointment when it is booked. */
  @Get()
  @VisitorRoute('read')
  @ApiOkResponse({ type: PublicPaymentDto })
  @ApiErrors(400, 404)
  async get(
    @Param('companySlug') slug: string,
    @CurrentVisitor() visitor: Visitor,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<PublicPaymentDto> {
    const page = await this.pages.load(slug);
    return this.toDto(page, await this.payments.get(page.scope, visitor, id));
  }

  /** Makes the PIX of the deposit. A repeated call returns the same one. */
  @Post()
  @HttpCode(200)
  @VisitorRoute('confirm')
  @BodyExample(PayDepositDto, { tax_id: '24971563792' })
  @ApiOkResponse({ type: PublicPaymentDto })
  @ApiErrors(400, 404, 409, 422, 503)
  async pay(
    @Param('companySlug') slug: string,
    @CurrentVisitor() visitor: Visitor,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { tax_id }: PayDepositDto,
  ): Promise<PublicPaymentDto> {
    const page = await this.pages.load(slug);
    return this.toDto(page, await this.payments.charge(page.scope, visitor, id, tax_id));
  }

  private async toDto(page: PublicPage, { deposit, booking }: SeenDeposit): Promise<PublicPaymentDto> {
    if (!booking) return toPublicPaymentDto(deposit, null);
    const link = await this.links.issue(page.scope, booking._id);
    return toPublicPaymentDto(deposit, toPublicBookedDto(page, booking, link));
  }
}

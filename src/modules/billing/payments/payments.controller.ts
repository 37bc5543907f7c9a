import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { CreatePaymentDto, PaymentDto, PaymentPageDto, PaymentsQueryDto, RefundPaymentDto } from './dto/payment.dto.js';
import { toPaymentDto } from './dto/payment-view.js';
import { PaymentRowsService } from './payment-rows.service.js';
import { PaymentsService } from './payments.service.js';
import { ReceiptsService } from './receipts/receipts.service.js';

const FILE_ANSWER = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('Payments')
@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly payments: PaymentsService,
    private readonly rows: PaymentRowsService,
    private readonly receipts: ReceiptsService,
  ) {}

  /** Lists payments, newest first. */
  @Get()
  @Allow('payments:read')
  @ApiOkResponse({ type: PaymentPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() { contact_id, appointment_id, limit, cursor, ...filters }: PaymentsQueryDto,
  ): Promise<PaymentPageDto> {
    const whose = {
      ...(contact_id ? { contact_id: toObjectId(contact_id, 'contact_id') } : {}),
      ...(appointment_id ? { appointment_id: toObjectId(appointment_id, 'appointment_id') } : {}),
    };
    const { items, nextCursor } = await this.payments.list(scope, { ...filters, ...whose }, { limit, cursor });
    return { items: await this.rows.toRows(scope, reader, items), nextCursor };
  }

  /** One payment. */
  @Get(':id')
  @Allow('payments:read')
  @ApiOkResponse({ type: PaymentDto })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<PaymentDto> {
    return toPaymentDto(await this.payments.get(scope, id));
  }

  /** The receipt of a payment, in the language of the company. */
  @Get(':id/receipt.pdf')
  @Allow('payments:read')
  @ApiProduces('application/pdf')
  @ApiOkResponse(FILE_ANSWER)
  @ApiErrors(400, 401, 403, 404, 409)
  async receipt(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<StreamableFile> {
    const disposition = `attachment; filename="receipt-${id.toHexString()}.pdf"`;
    return new StreamableFile(await this.receipts.pdf(scope, reader, id), { type: 'application/pdf', disposition });
  }

  /** Takes a payment for an appointment or from a contact. At the desk it is received at once. */
  @Post()
  @Allow('payments:take')
  @BodyExample(CreatePaymentDto, { contact_id: EXAMPLE_IDS.contact, amount: 9_000, method: 'desk' })
  @ApiCreatedResponse({ type: PaymentDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async take(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: CreatePaymentDto,
  ): Promise<PaymentDto> {
    return toPaymentDto(await this.payments.take(scope, caller, body));
  }

  /** Pays money back: the amount, or all that is left. */
  @Post(':id/refund')
  @HttpCode(200)
  @Allow('payments:refund')
  @BodyExample(RefundPaymentDto, { amount: 2_000, reason: 'The bath was left out' })
  @ApiOkResponse({ type: PaymentDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async refund(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: RefundPaymentDto,
  ): Promise<PaymentDto> {
    return toPaymentDto(await this.payments.refund(scope, caller, id, body));
  }

  /** Cancels a payment for which no money has come in. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('payments:take')
  @ApiOkResponse({ type: PaymentDto })
  @ApiErrors(400, 401, 403, 404, 409, 422, 503)
  async cancel(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<PaymentDto> {
    return toPaymentDto(await this.payments.cancel(scope, caller, id));
  }
}

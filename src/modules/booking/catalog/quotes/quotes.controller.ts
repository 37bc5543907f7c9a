import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { QuoteDto, QuoteQueryDto } from './dto/quote.dto.js';
import { QuotesService } from './quotes.service.js';

@ApiTags('Booking catalog')
@Controller('services')
export class QuotesController {
  constructor(private readonly quotes: QuotesService) {}

  /** What a visit of these pets would take and cost, line by line. */
  @Get(':id/quote')
  @Allow('booking:read')
  @ApiOkResponse({ type: QuoteDto })
  @ApiErrors(400, 401, 403, 404)
  get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() query: QuoteQueryDto,
  ): Promise<QuoteDto> {
    return this.quotes.quote(scope, id, query);
  }
}

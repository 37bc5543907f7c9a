import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ClosuresService } from './closures.service.js';
import {
  ClosureDto,
  ClosurePageDto,
  ClosureQueryDto,
  CreateClosureDto,
  HolidayClosuresDto,
  HolidayPackDto,
  toClosureDto,
  UpdateClosureDto,
} from './dto/closure.dto.js';

@ApiTags('Booking catalog')
@Controller('closures')
export class ClosuresController {
  constructor(private readonly closures: ClosuresService) {}

  /** Days on which the company is closed, by their end. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: ClosurePageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor, ...filters }: ClosureQueryDto,
  ): Promise<ClosurePageDto> {
    const { items, nextCursor } = await this.closures.list(scope, filters, { limit, cursor });
    return { items: items.map(toClosureDto), nextCursor };
  }

  /** Closes the company for a while. */
  @Post()
  @Allow('booking:manage')
  @BodyExample(CreateClosureDto, {
    name: 'Company party',
    starts_on: '2030-01-31',
    ends_on: '2030-01-31',
    from: '15:00',
    to: '18:00',
  })
  @ApiCreatedResponse({ type: ClosureDto })
  @ApiErrors(400, 401, 403, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateClosureDto): Promise<ClosureDto> {
    return toClosureDto(await this.closures.create(scope, body));
  }

  /** Closes on a country’s public holidays of a year; may be repeated. */
  @Post('holiday-packs')
  @HttpCode(200)
  @Allow('booking:manage')
  @BodyExample(HolidayPackDto, { country: 'BR', year: 2030 })
  @ApiOkResponse({ type: HolidayClosuresDto })
  @ApiErrors(400, 401, 403, 409)
  async addHolidays(
    @CurrentCompany() scope: CompanyScope,
    @Body() { country, year }: HolidayPackDto,
  ): Promise<HolidayClosuresDto> {
    return { items: (await this.closures.addHolidays(scope, country, year)).map(toClosureDto) };
  }

  /** Changes the name, days, hours or reach of a closure. No appointment is cancelled. */
  @Patch(':id')
  @Allow('booking:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateClosureDto, { name: 'Summer party' })
  @ApiOkResponse({ type: ClosureDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateClosureDto,
  ): Promise<ClosureDto> {
    return toClosureDto(await this.closures.update(scope, id, body, version));
  }

  /** Opens the company again. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.closures.remove(scope, id);
  }
}

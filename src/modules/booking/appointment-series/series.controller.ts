import { Body, Controller, Delete, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { AppointmentViewMapper } from '../appointments/index.js';
import {
  BookedSeriesDto,
  CreateSeriesDto,
  SeriesReportDto,
  toBookedSeriesDto,
  toDecision,
  toSeriesRequest,
} from './dto/series.dto.js';
import { type BookedSeries, SeriesService } from './series.service.js';

@ApiTags('Appointments')
@Controller('appointments/series')
export class SeriesController {
  constructor(
    private readonly series: SeriesService,
    private readonly views: AppointmentViewMapper,
  ) {}

  /** Reports whether each occurrence is free. With `commit`, books all occurrences that are not skipped, or none. */
  @Post()
  @Allow('booking:write')
  @BodyExample(CreateSeriesDto, {
    service_id: EXAMPLE_IDS.service,
    contact_id: EXAMPLE_IDS.contact,
    pet_ids: [EXAMPLE_IDS.pet],
    starts_at: '2030-01-07T09:00:00Z',
    rule: { every_weeks: 4, count: 6 },
    commit: false,
  })
  @ApiOkResponse({ type: SeriesReportDto })
  @ApiCreatedResponse({ type: BookedSeriesDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() { userId }: Principal,
    @Body() body: CreateSeriesDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SeriesReportDto | BookedSeriesDto> {
    const request = toSeriesRequest(body);
    if (body.commit)
      return this.toAnswer(await this.series.commit(scope, userId, request, body.decisions.map(toDecision)));
    response.status(HttpStatus.OK);
    return this.series.report(scope, request);
  }

  /** Returns a series and its appointments. */
  @Get(':id')
  @Allow('booking:read')
  @ApiOkResponse({ type: BookedSeriesDto })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<BookedSeriesDto> {
    return this.toAnswer(await this.series.get(scope, id));
  }

  /** Cancels the appointments of a series that have not begun. */
  @Delete(':id')
  @Allow('booking:write')
  @ApiOkResponse({ type: BookedSeriesDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async cancelRest(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<BookedSeriesDto> {
    return this.toAnswer(await this.series.cancelRest(scope, id));
  }

  private toAnswer(booked: BookedSeries): BookedSeriesDto {
    return toBookedSeriesDto(booked, this.views.toViews(booked.appointments));
  }
}

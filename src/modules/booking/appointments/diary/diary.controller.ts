import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { DiaryService } from './diary.service.js';
import { DiaryCountsDto, DiaryCountsQueryDto, DiaryDto, DiaryQueryDto } from './dto/diary.dto.js';

@ApiTags('Appointments')
@Controller('appointments/diary')
export class DiaryController {
  constructor(private readonly diary: DiaryService) {}

  /**
   * Returns all that a calendar shows of some days, in one answer.
   * @remarks Appointments and holds that overlap these days, with their contact, pets and names; staff with their working
   * times; time off, also requested; closures.
   */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: DiaryDto })
  @ApiErrors(400, 401, 403)
  read(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() range: DiaryQueryDto,
  ): Promise<DiaryDto> {
    return this.diary.read(scope, reader, range);
  }

  /** Counts the appointments that start on each day. */
  @Get('counts')
  @Allow('booking:read')
  @ApiOkResponse({ type: DiaryCountsDto })
  @ApiErrors(400, 401, 403)
  count(@CurrentCompany() scope: CompanyScope, @Query() range: DiaryCountsQueryDto): Promise<DiaryCountsDto> {
    return this.diary.count(scope, range);
  }
}

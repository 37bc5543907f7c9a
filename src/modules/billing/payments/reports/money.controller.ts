import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, csvFile, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AccountDto, DailyCloseDto, DailyCloseQueryDto, MoneyPeriodDto, MoneyReportDto } from '../dto/report.dto.js';
import { toAccountDto } from '../dto/account-view.js';
import { AccountsService } from '../ledger/accounts.service.js';
import { MoneyCsvService } from './money-csv.service.js';
import { MoneyReportsService } from './money-reports.service.js';

const FILE_ANSWER = { schema: { type: 'string', format: 'binary' } } as const;

/** Its module lists it before the payments, since the paths also fit `payments/:id`. */
@ApiTags('Payments')
@Controller('payments')
export class MoneyController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly reports: MoneyReportsService,
    private readonly csv: MoneyCsvService,
  ) {}

  /** What an appointment owes, with every charge and every movement of money. */
  @Get('appointments/:id/account')
  @Allow('payments:read')
  @ApiOkResponse({ type: AccountDto })
  @ApiErrors(400, 401, 403, 404)
  async ofAppointment(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<AccountDto> {
    return toAccountDto(await this.accounts.ofAppointment(scope, id));
  }

  /** What a contact owes, with every charge and every movement of money. */
  @Get('contacts/:id/account')
  @Allow('payments:read')
  @ApiOkResponse({ type: AccountDto })
  @ApiErrors(400, 401, 403, 404)
  async ofContact(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<AccountDto> {
    return toAccountDto(await this.accounts.ofContact(scope, id));
  }

  /** What came in and went back on a day, by method. */
  @Get('close')
  @Allow('payments:read')
  @ApiOkResponse({ type: DailyCloseDto })
  @ApiErrors(400, 401, 403)
  close(@CurrentCompany() scope: CompanyScope, @Query() { date }: DailyCloseQueryDto): Promise<DailyCloseDto> {
    return this.reports.dailyClose(scope, date);
  }

  /** What came in and went back, by month and method. */
  @Get('report')
  @Allow('dashboard:read')
  @ApiOkResponse({ type: MoneyReportDto })
  @ApiErrors(400, 401, 403)
  report(@CurrentCompany() scope: CompanyScope, @Query() period: MoneyPeriodDto): Promise<MoneyReportDto> {
    return this.reports.byMonth(scope, period);
  }

  /** Every movement of money in a period, as a CSV file. */
  @Get('export.csv')
  @Allow('dashboard:read')
  @ApiProduces('text/csv')
  @ApiOkResponse(FILE_ANSWER)
  @ApiErrors(400, 401, 403)
  async export(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() period: MoneyPeriodDto,
  ): Promise<StreamableFile> {
    return csvFile(await this.csv.of(scope, reader, period), 'payments.csv');
  }
}

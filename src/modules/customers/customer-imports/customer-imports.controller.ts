import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import {
  AcceptsUpload,
  ApiErrors,
  BodyExample,
  csvFile,
  PageQueryDto,
  ParseIdPipe,
  Upload,
  type UploadedFile,
} from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { BrokenRowsService } from './broken-rows.service.js';
import { MAX_CSV_BYTES } from './csv-file.js';
import { CustomerImportsService } from './customer-imports.service.js';
import {
  BrokenRowPageDto,
  CheckImportDto,
  CustomerImportDto,
  CustomerImportPageDto,
  UploadImportDto,
  UploadImportQueryDto,
} from './dto/customer-import.dto.js';
import type { CustomerImport } from './schemas/customer-import.schema.js';

@ApiTags('Contacts')
@Controller('contacts/imports')
export class CustomerImportsController {
  constructor(
    private readonly imports: CustomerImportsService,
    private readonly broken: BrokenRowsService,
  ) {}

  /**
   * Takes a CSV file with customers, services or appointments, and suggests what its columns mean.
   * @remarks Nothing is imported yet: check the file by `POST /contacts/imports/{id}/check`, then start the import. The
   * first line names the columns. A row of `customers` is a contact, or a pet with its contact; a row of `services` is a
   * service, a row of `appointments` is a future appointment of a known customer. Services and appointments also need
   * the permission `booking:manage`. A file, its check and its undo are kept for 30 days.
   */
  @Post()
  @Allow('contacts:import')
  @AcceptsUpload(MAX_CSV_BYTES)
  @ApiBody({ type: UploadImportDto })
  @ApiCreatedResponse({ type: CustomerImportDto })
  @ApiErrors(400, 401, 403, 413, 422, 429)
  async upload(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Query() { kind = 'customers', preset = 'generic' }: UploadImportQueryDto,
    @Upload() file: UploadedFile,
  ): Promise<CustomerImportDto> {
    return toDto(await this.imports.upload(scope, user, file, { kind, preset }));
  }

  /** Imports of the last 30 days, the newest first. */
  @Get()
  @Allow('contacts:import')
  @ApiOkResponse({ type: CustomerImportPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<CustomerImportPageDto> {
    const { items, nextCursor } = await this.imports.list(scope, { limit, cursor });
    return { items: items.map(toDto), nextCursor };
  }

  /** One import, with its progress. */
  @Get(':id')
  @Allow('contacts:import')
  @ApiOkResponse({ type: CustomerImportDto })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<CustomerImportDto> {
    return toDto(await this.imports.get(scope, id));
  }

  /** Checks all rows and counts what an import would do, without a change. */
  @Post(':id/check')
  @HttpCode(202)
  @Allow('contacts:import')
  @BodyExample(CheckImportDto, {
    mapping: ['contact.full_name', 'contact.phone', 'pet.name', null],
    dates: 'day_first',
  })
  @ApiAcceptedResponse({ type: CustomerImportDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async check(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { mapping, preset, dates }: CheckImportDto,
  ): Promise<CustomerImportDto> {
    const known = await this.imports.get(scope, id);
    const request = { mapping, preset: preset ?? known.preset, dates: dates ?? known.dates };
    return toDto(await this.imports.check(scope, user, id, request));
  }

  /**
   * Imports the rows that are not broken.
   * @remarks A contact with the same phone, e-mail address or account is not made again and not changed; without any of
   * them, one of the same name. A pet of the same contact and name gets the vaccinations that it does not have yet. New
   * contacts are not announced one by one. A service of the same name gets the duration, price and description of the
   * row. Appointments are booked as staff book them, by the same rules, and customers get no notice.
   */
  @Post(':id/start')
  @HttpCode(202)
  @Allow('contacts:import')
  @ApiAcceptedResponse({ type: CustomerImportDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async start(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<CustomerImportDto> {
    return toDto(await this.imports.start(scope, user, id));
  }

  /** Deletes the documents that the import has made, except those that were changed or used since. */
  @Post(':id/undo')
  @HttpCode(202)
  @Allow('contacts:import')
  @ApiAcceptedResponse({ type: CustomerImportDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async undo(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<CustomerImportDto> {
    return toDto(await this.imports.undo(scope, user, id));
  }

  /** Rows that cannot be imported, with the reasons. */
  @Get(':id/broken-rows')
  @Allow('contacts:import')
  @ApiOkResponse({ type: BrokenRowPageDto })
  @ApiErrors(400, 401, 403, 404)
  async brokenRows(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<BrokenRowPageDto> {
    const { items, nextCursor } = await this.imports.brokenRows(scope, id, { limit, cursor });
    return { items: items.map(({ row, problems }) => ({ row, problems })), nextCursor };
  }

  /** The broken rows as a CSV file that can be mended and imported. */
  @Get(':id/broken-rows.csv')
  @Allow('contacts:import')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors(400, 401, 403, 404)
  async brokenCsv(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<StreamableFile> {
    return csvFile(await this.broken.csv(scope, id), 'broken-rows.csv');
  }
}

function toDto(source: CustomerImport): CustomerImportDto {
  const { _id, kind, file_name, state, columns, samples, row_count, preset, mapping, dates, counts, problem } = source;
  const fields = { kind, file_name, state, columns, samples, row_count, preset, dates, counts, problem };
  return { _id: _id.toHexString(), ...fields, mapping: [...mapping], created_at: source.created_at };
}

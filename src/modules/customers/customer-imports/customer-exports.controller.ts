import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors, csvFile } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CustomerExportsService } from './customer-exports.service.js';

const CSV_ANSWER = { schema: { type: 'string', format: 'binary' } } as const;

/** Its module is registered before those of contacts and pets, since the paths also fit `contacts/:id` and `pets/:id`. */
@ApiTags('Contacts')
@Controller()
export class CustomerExportsController {
  constructor(private readonly exports: CustomerExportsService) {}

  /** All contacts as a CSV file, which an import understands. */
  @Get('contacts/export.csv')
  @Allow('contacts:export')
  @ApiProduces('text/csv')
  @ApiOkResponse(CSV_ANSWER)
  @ApiErrors(401, 403)
  contacts(@CurrentCompany() scope: CompanyScope): StreamableFile {
    return csvFile(this.exports.contactsCsv(scope), 'contacts.csv');
  }

  /** All pets with their owners as a CSV file, one line for each vaccination. */
  @Get('pets/export.csv')
  @Allow('contacts:export')
  @ApiProduces('text/csv')
  @ApiOkResponse(CSV_ANSWER)
  @ApiErrors(401, 403)
  pets(@CurrentCompany() scope: CompanyScope): StreamableFile {
    return csvFile(this.exports.petsCsv(scope), 'pets.csv');
  }
}

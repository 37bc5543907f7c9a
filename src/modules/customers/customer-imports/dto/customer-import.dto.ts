import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { Choice, Field } from '../../../../core/http/index.js';
import {
  IMPORT_FIELDS,
  IMPORT_KINDS,
  IMPORT_PRESETS,
  type ImportField,
  type ImportKindName,
  type ImportPreset,
} from '../import-fields.js';
import { DATE_ORDERS, type DateOrder } from '../import-values.js';
import { IMPORT_STATES, type ImportState } from '../schemas/customer-import.schema.js';

const MAX_COLUMNS = 100;

export class UploadImportDto {
  @ApiProperty({ type: String, format: 'binary', description: 'A CSV file: at most 5 MB and 20,000 rows' })
  file!: unknown;
}

export class UploadImportQueryDto {
  @Choice(IMPORT_KINDS, { optional: true, description: 'What the rows are; `customers` if left out' })
  kind?: ImportKindName;

  @Choice(IMPORT_PRESETS, { optional: true, description: 'The product that wrote the file; `generic` if left out' })
  preset?: ImportPreset;
}

export class CheckImportDto {
  @Field(
    { type: 'array', items: { type: 'string', nullable: true, enum: [...IMPORT_FIELDS, null] }, maxItems: MAX_COLUMNS },
    { description: 'The field of each column; null leaves the column out' },
    IsArray(),
    ArrayMaxSize(MAX_COLUMNS),
    IsIn([...IMPORT_FIELDS, null], { each: true }),
  )
  mapping!: (ImportField | null)[];

  @Choice(IMPORT_PRESETS, { optional: true })
  preset?: ImportPreset;

  @Choice(DATE_ORDERS, { optional: true, description: 'How 03/04/2030 is read; YYYY-MM-DD is always understood' })
  dates?: DateOrder;
}

export class ImportCountsDto {
  @ApiProperty({ description: 'Rows that were worked through' })
  rows!: number;

  @ApiProperty({ description: 'Rows that cannot be imported' })
  broken!: number;

  @ApiProperty()
  contacts_created!: number;

  @ApiProperty({ description: 'Rows of contacts that were there before, or in an earlier row' })
  contacts_matched!: number;

  @ApiProperty()
  pets_created!: number;

  @ApiProperty({ description: 'Rows of pets that were there before, or in an earlier row' })
  pets_matched!: number;

  @ApiProperty()
  vaccinations_added!: number;

  @ApiProperty()
  services_created!: number;

  @ApiProperty({ description: 'Services of the same name that get another duration, price or description' })
  services_updated!: number;

  @ApiProperty({ description: 'Rows of services that are as the row says' })
  services_matched!: number;

  @ApiProperty()
  appointments_created!: number;

  @ApiProperty({ description: 'Rows of appointments that the customer has already' })
  appointments_matched!: number;

  @ApiProperty({ description: 'After an undo: what stays, because it was changed or used since' })
  kept!: number;
}

/** An import of a CSV file. */
export class CustomerImportDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty({ enum: IMPORT_KINDS })
  kind!: ImportKindName;

  @ApiProperty({ example: 'clients.csv' })
  file_name!: string;

  @ApiProperty({ enum: IMPORT_STATES })
  state!: ImportState;

  @ApiProperty({ type: [String], example: ['Client', 'Phone', 'Pet name'] })
  columns!: string[];

  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } }, description: 'The first rows' })
  samples!: string[][];

  @ApiProperty({ description: 'Number of all rows' })
  row_count!: number;

  @ApiProperty({ enum: IMPORT_PRESETS })
  preset!: ImportPreset;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', nullable: true, enum: [...IMPORT_FIELDS, null] },
    description: 'The field of each column; after the upload a suggestion',
  })
  mapping!: (ImportField | null)[];

  @ApiProperty({ enum: DATE_ORDERS })
  dates!: DateOrder;

  @ApiProperty({ type: ImportCountsDto })
  counts!: ImportCountsDto;

  @ApiProperty({ type: String, nullable: true, description: 'Why the import has failed' })
  problem!: string | null;

  @ApiProperty()
  created_at!: Date;
}

export class CustomerImportPageDto {
  @ApiProperty({ type: [CustomerImportDto] })
  items!: CustomerImportDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class RowProblemDto {
  @ApiProperty({ type: String, nullable: true, example: 'Birthday', description: 'Null: the whole row' })
  column!: string | null;

  @ApiProperty({ example: 'INVALID_DATE', description: 'Upper case, for clients that translate the problem' })
  code!: string;

  @ApiProperty({ example: '“soon” is not a date. Write it as YYYY-MM-DD, such as 2030-01-31.' })
  message!: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { value: 'soon' },
    description: 'The words of the message that differ from row to row',
  })
  details?: Record<string, string>;
}

export class BrokenRowDto {
  @ApiProperty({ description: 'As a spreadsheet counts: the first row after the names of the columns is 2' })
  row!: number;

  @ApiProperty({ type: [RowProblemDto] })
  problems!: RowProblemDto[];
}

export class BrokenRowPageDto {
  @ApiProperty({ type: [BrokenRowDto] })
  items!: BrokenRowDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

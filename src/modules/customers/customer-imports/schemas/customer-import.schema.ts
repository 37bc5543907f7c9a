import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { Vaccination } from '../../pets/index.js';
import type { CsvFormat } from '../csv-file.js';
import type { ColumnMapping } from '../column-mapping.js';
import { IMPORT_KINDS, type ImportKindName, type ImportPreset } from '../import-fields.js';
import type { DateOrder } from '../import-values.js';
import type { RowProblem } from '../row-cells.js';

/** `failed`: the file could not be read; `problem` says why. */
export const IMPORT_STATES = [
  'uploaded',
  'checking',
  'checked',
  'importing',
  'done',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
/** A job works on the import. */
export const RUNNING_STATES: readonly ImportState[] = ['checking', 'importing', 'undoing'];

/** What a row of services or appointments does. `matched`: it was there already. */
export const ROW_OUTCOMES = [
  'services_created',
  'services_updated',
  'services_matched',
  'appointments_created',
  'appointments_matched',
] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** The service or appointment of a row. */
export interface MadeDocument {
  outcome: RowOutcome;
  /** Null in a check. */
  id: Types.ObjectId | null;
  /** The version after the import; null as long as the row is not done. */
  version: number | null;
  /** The fields from before an update. */
  before?: Record<string, unknown>;
}

/** Numbers of rows, and of documents that the import made. */
export interface ImportCounts extends Record<RowOutcome, number> {
  /** Rows that were worked through in this state. */
  rows: number;
  broken: number;
  contacts_created: number;
  contacts_matched: number;
  pets_created: number;
  pets_matched: number;
  vaccinations_added: number;
  /** After an undo: documents that stay because somebody has changed or used them. */
  kept: number;
}

export const NO_COUNTS: ImportCounts = {
  rows: 0,
  broken: 0,
  contacts_created: 0,
  contacts_matched: 0,
  pets_created: 0,
  pets_matched: 0,
  vaccinations_added: 0,
  services_created: 0,
  services_updated: 0,
  services_matched: 0,
  appointments_created: 0,
  appointments_matched: 0,
  kept: 0,
};

/** A CSV file with customers, services or appointments, and how far it is. A job works through its rows. */
@Schema({ collection: 'customer_imports' })
export class CustomerImport implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  user_id!: Types.ObjectId;

  @Prop({ type: String, enum: IMPORT_KINDS, required: true })
  kind!: ImportKindName;

  @Prop({ type: String, required: true })
  file_name!: string;

  /** Of the storage. */
  @Prop({ type: String, required: true })
  file_key!: string;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  format!: CsvFormat;

  @Prop({ type: [String], required: true })
  columns!: string[];

  /** The first rows, so that people can choose the fields of the columns. */
  @Prop({ type: [[String]], required: true })
  samples!: string[][];

  @Prop({ type: Number, required: true })
  row_count!: number;

  @Prop({ type: String, required: true })
  preset!: ImportPreset;

  @Prop({ type: [String], required: true })
  mapping!: ColumnMapping;

  @Prop({ type: String, required: true })
  dates!: DateOrder;

  @Prop({ type: String, enum: IMPORT_STATES, required: true })
  state!: ImportState;

  /** Set while the import writes; one import of a company at a time. */
  @Prop({ type: Boolean })
  is_writing?: boolean;

  @Prop({ type: MongooseSchema.Types.Mixed, required: true })
  counts!: ImportCounts;

  @Prop({ type: String, default: null })
  problem!: string | null;
}

/** What the import does with one row; written before it is done. */
@Schema({ collection: 'customer_import_rows' })
export class CustomerImportRow implements TenantDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  import_id!: Types.ObjectId;

  /** As a spreadsheet counts: the first row after the names of the columns is 2. */
  @Prop({ type: Number, required: true })
  row!: number;

  @Prop({ type: [MongooseSchema.Types.Mixed], required: true })
  problems!: RowProblem[];

  /** Null for a broken row. */
  @Prop({ type: Types.ObjectId, default: null })
  contact_id!: Types.ObjectId | null;

  @Prop({ type: Boolean, required: true })
  is_new_contact!: boolean;

  @Prop({ type: Types.ObjectId, default: null })
  pet_id!: Types.ObjectId | null;

  @Prop({ type: Boolean, required: true })
  is_new_pet!: boolean;

  /** The version of the pet after this row, as long as nobody else changes it. */
  @Prop({ type: Number, default: null })
  pet_version!: number | null;

  /** Those that the pet did not have before. */
  @Prop({ type: [MongooseSchema.Types.Mixed], required: true })
  vaccinations!: Vaccination[];

  /** Of services and appointments; null for a broken row, and until the row is done. */
  @Prop({ type: MongooseSchema.Types.Mixed, default: null })
  made!: MadeDocument | null;
}

export type RowPlan = Omit<CustomerImportRow, '_id' | 'company_id' | 'created_at' | 'updated_at' | 'import_id'>;

/** A row that makes nothing, with some fields of another plan. */
export const rowPlan = (fields: Partial<RowPlan> & Pick<RowPlan, 'row'>): RowPlan => ({
  problems: [],
  contact_id: null,
  is_new_contact: false,
  pet_id: null,
  is_new_pet: false,
  pet_version: null,
  vaccinations: [],
  made: null,
  ...fields,
});

export const CustomerImportSchema = tenantSchema(CustomerImport);
CustomerImportSchema.index({ company_id: 1, _id: -1 });
CustomerImportSchema.index(
  { company_id: 1, is_writing: 1 },
  { unique: true, partialFilterExpression: { is_writing: true } },
);
CustomerImportSchema.index({ created_at: 1 });
CustomerImportSchema.index({ state: 1, updated_at: 1 });

export const CustomerImportRowSchema = tenantSchema(CustomerImportRow);
CustomerImportRowSchema.index({ company_id: 1, import_id: 1, row: 1 }, { unique: true });
CustomerImportRowSchema.index(
  { company_id: 1, import_id: 1, 'problems.message': 1, row: 1 },
  { partialFilterExpression: { 'problems.message': { $exists: true } } },
);
CustomerImportRowSchema.index({ created_at: 1 });

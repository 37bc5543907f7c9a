import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  TenantRepository,
} from '../../../core/tenancy/index.js';
import {
  CustomerImport,
  CustomerImportRow,
  type ImportState,
  type RowPlan,
  RUNNING_STATES,
} from './schemas/customer-import.schema.js';

const NEWEST_FIRST: KeysetOrder = { field: '_id', direction: -1 };
const BY_ROW: KeysetOrder = { field: 'row', direction: 1 };
const BROKEN = { 'problems.message': { $exists: true } };

type Change = Partial<
  Pick<CustomerImport, 'state' | 'counts' | 'problem' | 'mapping' | 'preset' | 'dates' | 'is_writing' | 'row_count'>
>;

@Injectable()
export class CustomerImportsRepository extends TenantRepository<CustomerImport> {
  constructor(@InjectModel(CustomerImport.name) model: Model<CustomerImport>) {
    super(model, 'Import');
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<CustomerImport>> {
    return this.page(scope, {}, NEWEST_FIRST, request);
  }

  /**
   * @param change `is_writing: false` removes the mark
   * @returns null unless the import is in one of the states
   * @throws E11000 if another import of the company is writing
   */
  move(
    scope: CompanyScope,
    id: Types.ObjectId,
    from: readonly ImportState[],
    { is_writing, ...set }: Change,
  ): Promise<CustomerImport | null> {
    const mark = is_writing === false ? { $unset: { is_writing: 1 as const } } : {};
    const fields = { ...set, ...(is_writing ? { is_writing } : {}), updated_at: new Date() };
    return this.collection.findOneAndUpdate(scope, { _id: id, state: { $in: [...from] } }, { $set: fields, ...mark });
  }

  /** Imports that should have a job, and have made no progress since this time. */
  stalledSince(time: Date, limit: number): Promise<CustomerImport[]> {
    const filter = { state: { $in: [...RUNNING_STATES] }, updated_at: { $lt: time } };
    return this.findAcrossCompanies('sweep expired', filter, { limit, sort: { updated_at: 1 } });
  }

  /** Imports that were uploaded before this time, the oldest first. */
  olderThan(before: Date, limit: number): Promise<CustomerImport[]> {
    return this.findAcrossCompanies(
      'sweep expired',
      { created_at: { $lt: before } },
      { limit, sort: { created_at: 1 } },
    );
  }
}

@Injectable()
export class CustomerImportRowsRepository extends TenantRepository<CustomerImportRow> {
  constructor(@InjectModel(CustomerImportRow.name) model: Model<CustomerImportRow>) {
    super(model, 'Row');
  }

  /** The rows of the import from `from` up to and without `before`. */
  between(scope: CompanyScope, import_id: Types.ObjectId, from: number, before: number): Promise<CustomerImportRow[]> {
    return this.collection.find(scope, { import_id, row: { $gte: from, $lt: before } }, { sort: { row: 1 } });
  }

  ofPets(
    scope: CompanyScope,
    import_id: Types.ObjectId,
    petIds: readonly Types.ObjectId[],
  ): Promise<CustomerImportRow[]> {
    return this.collection.find(scope, { import_id, pet_id: { $in: petIds } });
  }

  broken(scope: CompanyScope, import_id: Types.ObjectId, request: PageRequest): Promise<Page<CustomerImportRow>> {
    return this.page(scope, { import_id, ...BROKEN }, BY_ROW, request);
  }

  /** Keeps rows that are stored already. */
  async record(scope: CompanyScope, import_id: Types.ObjectId, plans: readonly RowPlan[]): Promise<void> {
    const now = new Date();
    const operations = plans.map((plan) => ({
      updateOne: {
        filter: { company_id: scope.companyId, import_id, row: plan.row },
        update: { $setOnInsert: { ...plan, created_at: now, updated_at: now } },
        upsert: true,
      },
    }));
    if (operations.length > 0) await this.model.bulkWrite(operations, { ordered: false, timestamps: false });
  }

  /** Stores what became of rows. */
  async settle(scope: CompanyScope, import_id: Types.ObjectId, plans: readonly RowPlan[]): Promise<void> {
    const updated_at = new Date();
    const operations = plans.map(({ row, problems, made }) => ({
      updateOne: {
        filter: { company_id: scope.companyId, import_id, row },
        update: { $set: { problems, made, updated_at } },
      },
    }));
    if (operations.length > 0) await this.model.bulkWrite(operations, { ordered: false, timestamps: false });
  }

  async remove(scope: CompanyScope, import_id: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { import_id });
  }
}

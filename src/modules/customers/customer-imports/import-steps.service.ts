import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactBulkService } from '../contacts/index.js';
import { CustomerImportRowsRepository, CustomerImportsRepository } from './customer-imports.repository.js';
import { countsOf } from './import-counts.js';
import { FIRST_ROW, ImportFileService } from './import-file.service.js';
import { RowApplierService } from './row-applier.service.js';
import { type NumberedRow, RowPlannerService } from './row-planner.service.js';
import { type CustomerImport, NO_COUNTS } from './schemas/customer-import.schema.js';

const BATCH_ROWS = 200;

/** Checks the rows of a file, and imports them. A repeated import continues where it was. */
@Injectable()
export class ImportStepsService {
  constructor(
    private readonly imports: CustomerImportsRepository,
    private readonly rows: CustomerImportRowsRepository,
    private readonly files: ImportFileService,
    private readonly planner: RowPlannerService,
    private readonly applier: RowApplierService,
    private readonly contacts: ContactBulkService,
  ) {}

  /** Plans all rows together, so that a customer in many rows is counted once. Writes no contact. */
  async check(scope: CompanyScope, source: CustomerImport, signal: AbortSignal): Promise<void> {
    await this.rows.remove(scope, source._id);
    const all: NumberedRow[] = [];
    for await (const batch of this.files.batches(source, FIRST_ROW, BATCH_ROWS)) {
      signal.throwIfAborted();
      all.push(...batch);
      await this.imports.move(scope, source._id, ['checking'], { counts: { ...NO_COUNTS, rows: all.length } });
    }
    const plans = await this.planner.plan(scope, source, all, await this.contacts.factory(scope));
    await this.rows.record(
      scope,
      source._id,
      plans.filter(({ problems }) => problems.length > 0),
    );
    await this.imports.move(scope, source._id, ['checking'], { state: 'checked', counts: countsOf(NO_COUNTS, plans) });
  }

  async import(scope: CompanyScope, source: CustomerImport, signal: AbortSignal): Promise<void> {
    const make = await this.contacts.factory(scope);
    let { counts } = source;
    for await (const batch of this.files.batches(source, FIRST_ROW + counts.rows, BATCH_ROWS)) {
      signal.throwIfAborted();
      const first = FIRST_ROW + counts.rows;
      const planned = await this.planner.plan(scope, source, batch, make);
      // The plan is stored before it is done; a repeated batch follows the stored plan.
      await this.rows.record(scope, source._id, planned);
      const plans = await this.rows.between(scope, source._id, first, first + batch.length);
      await this.applier.apply(scope, batch, plans, make);
      counts = countsOf(counts, plans);
      await this.imports.move(scope, source._id, ['importing'], { counts });
    }
    await this.imports.move(scope, source._id, ['importing'], { state: 'done', is_writing: false });
  }
}

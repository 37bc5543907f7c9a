import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { JobHandler, Jobs } from '../../../core/jobs/index.js';
import { Storage } from '../../../core/storage/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { JOB_TIMEOUT_MS, RunCustomerImport, SweepCustomerImports } from './customer-imports.jobs.js';
import { CustomerImportRowsRepository, CustomerImportsRepository } from './customer-imports.repository.js';

const SWEEP_INTERVAL_MS = 3_600_000;
/** Files and rows of an import are kept so long; until then it can be undone. */
const KEPT_MS = 30 * 86_400_000;
const SWEEP_BATCH = 100;

/** Deletes old imports with their files, and starts again the jobs of imports that a crash interrupted. */
@Injectable()
export class ImportSweeperService implements OnApplicationBootstrap {
  constructor(
    private readonly imports: CustomerImportsRepository,
    private readonly rows: CustomerImportRowsRepository,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepCustomerImports, SWEEP_INTERVAL_MS);
  }

  @JobHandler(SweepCustomerImports)
  async sweep(): Promise<void> {
    const stalled = await this.imports.stalledSince(new Date(Date.now() - JOB_TIMEOUT_MS), SWEEP_BATCH);
    for (const { _id, company_id } of stalled) {
      const ids = { companyId: company_id.toHexString(), importId: _id.toHexString() };
      await this.jobs.enqueue(RunCustomerImport, ids, { key: ids.importId });
    }
    for (const { _id, company_id, file_key } of await this.imports.olderThan(
      new Date(Date.now() - KEPT_MS),
      SWEEP_BATCH,
    )) {
      const scope = CompanyScope.of(company_id);
      await this.storage.delete(file_key);
      await this.rows.remove(scope, _id);
      await this.imports.deleteById(scope, _id);
    }
  }
}

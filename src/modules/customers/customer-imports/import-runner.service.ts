import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { JobHandler, type JobRun, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { Storage } from '../../../core/storage/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { RunCustomerImport, SweepCustomerImports } from './customer-imports.jobs.js';
import { CustomerImportRowsRepository, CustomerImportsRepository } from './customer-imports.repository.js';
import { ImportStepsService } from './import-steps.service.js';
import { ImportUndoService } from './import-undo.service.js';
import type { CustomerImport } from './schemas/customer-import.schema.js';

const JOB_TIMEOUT_MS = 600_000;
const SWEEP_INTERVAL_MS = 3_600_000;
/** Files and rows of an import are kept so long; until then it can be undone. */
export const KEPT_MS = 30 * 86_400_000;
const SWEEP_BATCH = 100;

/** Checks, imports and undoes files. A run that a crash ended continues where it was. */
@Injectable()
export class ImportRunnerService implements OnApplicationBootstrap {
  private readonly logger = new Logger(ImportRunnerService.name);

  constructor(
    private readonly imports: CustomerImportsRepository,
    private readonly rows: CustomerImportRowsRepository,
    private readonly steps: ImportStepsService,
    private readonly undos: ImportUndoService,
    private readonly storage: Storage,
    private readonly locks: KeyedLocks,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepCustomerImports, SWEEP_INTERVAL_MS);
  }

  /** Does what the state of the import asks for; a repeated job finds another state and does nothing. */
  @JobHandler(RunCustomerImport, { timeoutMs: JOB_TIMEOUT_MS })
  async run({ companyId, importId }: PayloadOf<typeof RunCustomerImport>, run: JobRun): Promise<void> {
    const scope = CompanyScope.of(companyId);
    await this.locks.withLock(`customer-import:${importId}`, async (lease) => {
      const signal = AbortSignal.any([run.signal, lease.signal]);
      const source = await this.imports.findById(scope, toObjectId(importId));
      if (!source) return;
      try {
        if (source.state === 'checking') await this.steps.check(scope, source, signal);
        if (source.state === 'importing') await this.steps.import(scope, source, signal);
        if (source.state === 'undoing') await this.undos.undo(scope, source, signal);
      } catch (error) {
        if (!(error instanceof AppError) && run.attempt < run.maxAttempts) throw error;
        await this.fail(scope, source, error);
      }
    });
  }

  /** Removes old imports, and gives a job to those that lost theirs in a crash. */
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

  private async fail(scope: CompanyScope, source: CustomerImport, error: unknown): Promise<void> {
    this.logger.error(`import ${source._id.toHexString()} has failed`, error);
    const problem =
      error instanceof AppError
        ? error.message
        : 'PetBuddy could not finish this. Undo the import, or import the file again: nothing is made twice.';
    const change = { state: 'failed', problem, is_writing: false } as const;
    await this.imports.move(scope, source._id, [source.state], change);
  }
}
